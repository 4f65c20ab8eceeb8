#!/usr/bin/env python3
"""Tests of the proofs: they must fail when they should. Run: python3 -m unittest discover -s bench"""
import argparse
import json
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from benchlib import lines_of, section  # noqa: E402
from import_checks import as_meant, as_pushed, entities, same_feedback, same_tables, told_once  # noqa: E402
from kill_ingest import in_order, letters_once  # noqa: E402
from check_untouched import judge  # noqa: E402
from push_latency import EDITED, OTHER, Push, Reader, edited, percentile, within  # noqa: E402
from score_types import failures, score, truth  # noqa: E402
from members import EVERYTHING, balanced, overlap  # noqa: E402
from stream_checks import changes_of_pushes, follow_history, once_each, one_commit_a_cycle, reflected, same_records  # noqa: E402

WITH = b"""---
slug: hose
# === GROUP 6
graph_garden:
  last_pruned: 2026-01-01

  # inside
  entities: []
# === GROUP 7
license: MIT
---

graph_garden: body text, not a block
"""
WITHOUT = b"---\nslug: hose\n# === GROUP 7\nlicense: MIT\n---\nBody\n"


class SectionTest(unittest.TestCase):
    def test_should_end_before_the_banner_of_the_next_group(self):
        self.assertEqual((3, 8), section(lines_of(WITH)))

    def test_should_find_none_when_only_the_body_speaks_of_it(self):
        self.assertIsNone(section(lines_of(WITHOUT + b"graph_garden: {}\n")))


def told(path="hose.md", content=WITH, planted=(), hashed="h"):
    return {"repository": "main", "path": path, "content": content.decode(), "contentHash": hashed, "planted": list(planted), "feedback": []}


class ImportTest(unittest.TestCase):
    TAP = WITH.replace(b"  entities: []\n", b"  entities:\n    - id: tap\n      label: x\n  communities:\n    - id: pond\n")

    def test_should_read_the_entities_of_a_section_alone(self):
        self.assertEqual({"tap"}, entities(self.TAP))
        self.assertEqual(set(), entities(WITH))
        self.assertEqual(set(), entities(WITHOUT))

    def test_should_hold_when_only_planted_entries_differ(self):
        planted = told(content=self.TAP, planted=[{"kind": "ENTITY", "id": "tap"}])
        self.assertEqual([], same_tables({"hose": told()}, {"hose": planted}))

    def test_should_tell_each_difference(self):
        base = {"hose": told()}
        for other in ({}, {**base, "tap": told()}, {"hose": told(path="far/hose.md")}, {"hose": told(content=self.TAP)},
                      {"hose": told(content=WITH.replace(b"MIT", b"BSD"))}, {"hose": told(hashed="i")}):
            self.assertEqual(1, len(same_tables(base, other)), other)

    def test_should_miss_what_stands_in_the_head(self):
        self.assertEqual([], as_pushed({"hose": told()}, {"hose": ("hose.md", self.TAP)}))
        self.assertEqual(1, len(as_pushed({}, {"hose": ("hose.md", WITH)})))
        self.assertEqual(1, len(as_pushed({"hose": told()}, {"hose": ("hose.md", WITHOUT)})))

    def test_should_tell_feedback_that_differs_or_was_not_meant(self):
        value = {"garden": "one", "slug": "hose", "kind": "LINK", "id": "tap", "verdict": "REJECTED", "author": "Ada"}
        self.assertEqual([], same_feedback({"k": value}, {"k": {**value, "garden": "two"}}))
        self.assertEqual(1, len(same_feedback({"k": value}, {"k": {**value, "author": "Ben"}})))
        self.assertEqual(1, len(same_feedback({"k": value}, {})))
        self.assertEqual([], as_meant({"k": value}, {("hose", "link", "tap"): "REJECTED"}))
        self.assertEqual(1, len(as_meant({"k": value}, {("hose", "link", "tap"): "PINNED"})))
        self.assertEqual(1, len(as_meant({"k": value}, {})))
        self.assertEqual(1, len(as_meant({}, {("hose", "link", "tap"): "PINNED"})))

    def test_should_tell_what_is_doubled_or_cut_short(self):
        def close(sequence, changes, offset):
            return {"offset": offset, "value": {"repository": "main", "sequence": sequence, "changes": changes, "commit": str(sequence)}}

        def change(slug, sequence):
            return {"key": f"garden/{slug}", "value": {"repository": "main", "sequence": sequence}}
        pushes, changes = [close(1, 1, 0), close(2, 1, 1)], [change("hose", 1), change("hose", 2)]
        self.assertEqual([], told_once(pushes, changes))
        self.assertEqual(1, len(told_once(pushes, changes[:1])))
        self.assertEqual(2, len(told_once(pushes, [*changes, changes[1]])))
        self.assertEqual(1, len(told_once([*pushes, close(2, 1, 2)], changes)))

    def test_should_tell_commits_out_of_order_and_letters_that_came_twice(self):
        class Pushed:
            def __init__(self, head):
                self.head = head
        steps = [Pushed(head) for head in ("a", "b", None, "a", "c")]

        def closed(*commits):
            return [{"offset": at, "value": {"sequence": at, "commit": commit}} for at, commit in enumerate(commits)]
        self.assertEqual([], in_order(closed("a", "b", "a", "c"), steps))
        self.assertEqual([], in_order(closed("b", "c"), steps))
        self.assertEqual(1, len(in_order(closed("c", "a"), steps)))
        letter = {"value": {"path": "hose.md", "commit": "a", "code": "INVALID_YAML"}}
        self.assertEqual(1, len(letters_once([letter, letter])))
        self.assertEqual([], letters_once([letter]))


class JudgeTest(unittest.TestCase):
    def outcome(self, old, new):
        return judge(old, new)[0]

    def test_should_accept_a_revised_block(self):
        self.assertEqual("revised", self.outcome(WITH, WITH.replace(b"entities: []", b"entities:\n    - id: tap")))

    def test_should_refuse_any_other_changed_byte(self):
        for old, new in ((b"hose", b"hoses"), (b"GROUP 7", b"GROUP 8"), (b"MIT\n", b"MIT \n"), (b"body", b"Body"), (b"---\n\n", b"---\n")):
            self.assertEqual("foreign", self.outcome(WITH, WITH.replace(old, new)), (old, new))

    def test_should_refuse_changed_line_ends(self):
        self.assertEqual("foreign", self.outcome(WITH, WITH.replace(b"\n", b"\r\n")))

    def test_should_accept_a_revised_block_in_a_file_with_carriage_returns(self):
        old = WITH.replace(b"\n", b"\r\n")
        self.assertEqual("revised", self.outcome(old, old.replace(b"2026-01-01", b"2026-11-01")))

    def test_should_refuse_a_vanished_block(self):
        new = WITH.replace(WITH[WITH.index(b"graph"):WITH.index(b"# === GROUP 7")], b"")
        self.assertEqual("foreign", self.outcome(WITH, new))

    def test_should_accept_an_inserted_block_with_its_banner(self):
        new = WITHOUT.replace(b"# === GROUP 7", b"# === GROUP 6\ngraph_garden:\n  entities: []\n# === GROUP 7")
        self.assertEqual("inserted", self.outcome(WITHOUT, new))

    def test_should_refuse_another_key_beside_an_inserted_block(self):
        new = WITHOUT.replace(b"license", b"graph_garden:\n  entities: []\nowner: me\nlicense")
        self.assertEqual("foreign", self.outcome(WITHOUT, new))

    def test_should_refuse_an_inserted_block_when_the_body_changed_too(self):
        new = WITHOUT.replace(b"license", b"graph_garden:\n  entities: []\nlicense").replace(b"Body", b"Bodies")
        self.assertEqual("foreign", self.outcome(WITHOUT, new))


def record(key, offset=0, partition=0, **value):
    return {"key": key, "partition": partition, "offset": offset, "value": value or None}


def push(sequence, commit="c", changes=0):
    return record("g/#r", sequence, sequence=sequence, commit=commit, changes=changes)


def change(slug, sequence, **value):
    return record(f"g/{slug}", sequence, sequence=sequence, kind="MODIFIED", **value)


class StreamChecksTest(unittest.TestCase):
    def test_should_refuse_pushes_that_are_doubled_missing_or_out_of_order(self):
        self.assertEqual([], once_each([push(1), push(2)]))
        for pushes in ([push(1), push(1)], [push(1), push(3)], [push(2), push(1)]):
            self.assertEqual(1, len(once_each(pushes)), pushes)

    def test_should_refuse_changes_that_are_doubled_missing_or_of_no_push(self):
        pushes = [push(1, changes=2), push(2)]
        self.assertEqual([], changes_of_pushes([change("hose", 1), change("tap", 1)], pushes))
        for changes in ([change("hose", 1)], [change("hose", 1), change("hose", 1)], [change("hose", 1), change("tap", 1), change("tap", 3)]):
            self.assertNotEqual([], changes_of_pushes(changes, pushes), changes)

    def test_should_refuse_commits_that_go_back_or_are_not_on_the_branch(self):
        self.assertEqual([], follow_history([push(1, "a"), push(2, "c")], ["a", "b", "c"]))
        for pushes in ([push(1, "b"), push(2, "a")], [push(1, "a"), push(2, "a")], [push(1, "x")]):
            self.assertEqual(1, len(follow_history(pushes, ["a", "b", "c"])), pushes)

    def test_should_refuse_patterns_that_are_not_enriched_as_they_are(self):
        told = [change("hose", 1, path="a.md", contentHash="1"), record("g/tap", 2, sequence=2, kind="REMOVED")]
        as_it_is = record("g/hose", 5, path="a.md", title="Hose", contentHash="1")
        self.assertEqual([], reflected({"hose": ("Hose", "a.md")}, told, [as_it_is, record("g/tap", 6)]))
        older = record("g/hose", 5, path="a.md", title="Hose", contentHash="0")
        renamed = record("g/hose", 5, path="a.md", title="Pipe", contentHash="1")
        for enriched in ([], [older], [renamed], [as_it_is, record("g/hose", 6)], [as_it_is, record("g/tap", 6, title="Tap")]):
            self.assertEqual(1, len(reflected({"hose": ("Hose", "a.md")}, told, enriched)), enriched)

    def test_should_refuse_cycles_that_run_twice_never_or_commit_twice(self):
        def cycle(*commits):
            return record("g/1", commits=[{"commit": commit} for commit in commits])
        asked = [record("g/1")]
        self.assertEqual([], one_commit_a_cycle([cycle("a")], asked, [("a", "g/1")]))
        for cycles, commits in (([cycle("a"), cycle("a")], [("a", "g/1")]), ([], []), ([cycle("a")], [("a", "g/1"), ("b", "g/1")]),
                                ([cycle()], [("a", "g/1")]), ([cycle("a")], [])):
            self.assertNotEqual([], one_commit_a_cycle(cycles, asked, commits), (cycles, commits))

    def test_should_refuse_readers_that_saw_different_records(self):
        self.assertEqual([], same_records([push(1), push(2)], [push(2), push(1)], "pushes-closed"))
        self.assertEqual(1, len(same_records([push(1), push(2)], [push(1)], "pushes-closed")))


def seen(garden, slug, commit):
    line = {"key": f"{garden}/{slug}", "value": {"slug": slug, "path": f"{slug}.md", "commit": commit * 40}}
    return json.dumps(line, separators=(",", ":")).encode()


class PushLatencyTest(unittest.TestCase):
    def pushed(self, reader, number, slug, commit):
        push = Push(slug, number)
        push.pushed = push.sent = float(number)
        reader.expect(push, commit * 40)
        return push

    def test_should_take_the_first_record_at_the_commit_or_a_later_one_as_the_answer(self):
        reader = Reader()
        hose, tap = self.pushed(reader, 0, "hose", "a"), self.pushed(reader, 1, "tap", "b")
        for moment, (garden, slug, commit) in enumerate(((EDITED, "hose", "e"), (OTHER, "hose", "a"), (EDITED, "tap", "a"),
                                                         (EDITED, "hose", "b"), (EDITED, "hose", "b"))):
            reader.heard_enriched(seen(garden, slug, commit), 10.0 + moment)
        self.assertEqual((13.0, None), (hose.enriched, tap.enriched))
        self.assertEqual([tap], reader.waiting)

    def test_should_hold_the_bound_only_when_ninety_nine_of_a_hundred_do(self):
        def pushes(late):
            reader = Reader()
            made = [self.pushed(reader, number, "hose", "a") for number in range(200)]
            for push in made:
                push.enriched = push.pushed + (3.0 if push.number < late else 1.0)
            return made
        self.assertTrue(within(pushes(2), 2.0))
        self.assertFalse(within(pushes(3), 2.0))
        self.assertFalse(within([], 2.0))
        self.assertEqual(4, percentile([4, 1, 3, 2], 99))

    def test_should_edit_one_sentence_of_the_body_and_nothing_before_it(self):
        file = b"---\nslug: hose\ntitle: Hose\n---\n\n# Hose\n\nWater runs through the hose to every bed. It is long enough for all of them.\n"
        donor = b"---\nslug: tap\n---\nA tap that drips all night empties the barrel by morning.\n"
        for seed in range(20):
            new = edited(random.Random(seed), file, donor)
            self.assertNotEqual(file, new)
            self.assertTrue(new.startswith(b"---\nslug: hose\ntitle: Hose\n---\n\n# Hose\n\n"), new)
        self.assertIsNone(edited(random.Random(1), b"---\nslug: hose\n---\n", donor))


class OwnersTest(unittest.TestCase):
    NORTH = {("north", "ingest"), ("north", "inference"), ("north", "pruner")}
    SOUTH = EVERYTHING - NORTH

    def test_should_be_balanced_only_when_each_has_one_garden_of_each_service(self):
        mixed = {("north", "ingest"), ("south", "inference"), ("south", "pruner")}
        self.assertTrue(balanced(self.NORTH, self.SOUTH))
        self.assertTrue(balanced(mixed, EVERYTHING - mixed))
        for one, other in ((EVERYTHING, set()), (self.NORTH, EVERYTHING), (self.NORTH, self.NORTH), (None, EVERYTHING), (self.NORTH, set())):
            self.assertFalse(balanced(one, other), (one, other))

    def test_should_find_two_owners_only_when_one_says_so_before_and_after_the_other(self):
        self.assertEqual(self.NORTH, overlap(self.NORTH, EVERYTHING, self.NORTH))
        for before, other, after in ((self.NORTH, self.NORTH, set()), (set(), self.NORTH, self.NORTH), (self.NORTH, None, self.NORTH)):
            self.assertEqual(set(), overlap(before, other, after), (before, other, after))


class TypesTest(unittest.TestCase):
    def test_should_give_an_untyped_pair_the_inverse_of_its_other_direction(self):
        gold = [{"source": "a", "target": "b", "type": "requires"}, {"source": "b", "target": "a", "type": None},
                {"source": "a", "target": "c", "type": None}]
        self.assertEqual({("a", "b"): "requires", ("b", "a"): "enables"}, truth(gold, None, False))
        self.assertEqual(3, len(truth(gold, None, True)))

    def test_should_leave_out_what_is_no_link(self):
        judged = [{"library": "l", "source": "a", "target": b, "verdict": v, "type": t}
                  for b, v, t in (("b", 0, None), ("c", 1, "duplicate"), ("d", 2, "enables"))]
        self.assertEqual({("a", "d"): "enables"}, truth(judged, "l", False))

    def test_should_fail_when_more_is_said_than_known(self):
        bounds = argparse.Namespace(min_macro_f1=0.4, min_precision=0.6)
        gold = {("a", b): "complementary" for b in "bcd"} | {("a", "e"): "requires"}
        good = score(dict(gold), gold)
        self.assertEqual((1.0, 1.0, 0.25), (good["accuracy"], good["macro_f1"], good["share_said"]))
        self.assertEqual([], list(failures(good, bounds)))
        bold = score(dict.fromkeys(gold, "requires"), gold)
        self.assertEqual(3, len(list(failures(bold, bounds))))


if __name__ == "__main__":
    unittest.main()
