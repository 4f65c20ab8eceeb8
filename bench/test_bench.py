#!/usr/bin/env python3
"""Tests of the proofs: they must fail when they should. Run: python3 -m unittest discover -s bench"""
import argparse
import json
import pathlib
import random
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from benchlib import lines_of, section  # noqa: E402
from import_checks import as_meant, as_pushed, entities, same_feedback, same_tables, told_once  # noqa: E402
from kill_ingest import in_order, letters_once  # noqa: E402
from check_untouched import judge  # noqa: E402
import check_cycle  # noqa: E402
from check_reasons import check  # noqa: E402
import five_writers  # noqa: E402
import kill_cycles  # noqa: E402
import weekly  # noqa: E402
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


class ReasonsTest(unittest.TestCase):
    FILES = {"hose": "A hose brings **water** to the bed.", "tap": "The tap opens."}

    def faults(self, quote, reason, quoted=""):
        link = {"target": "tap", "reason": reason, "evidence": [{"quote": quote, "quoted": quoted}]}
        found, _ = check({"slug": "hose", "links": [link]}, self.FILES)
        return {kind for kind, number in found.items() if number} - {"quotes"}

    def test_should_pass_what_stands_in_the_file_but_for_white_space(self):
        self.assertEqual(set(), self.faults("A hose\n  brings", "It says: “A hose brings…”."))
        self.assertEqual(set(), self.faults("The tap opens.", "Tap says: “The tap opens”.", "tap"))

    def test_should_find_a_quote_that_runs_over_marks(self):
        self.assertEqual({"not verbatim"}, self.faults("brings water to", "It says: “…brings water to…”."))

    def test_should_find_what_only_the_reason_quotes(self):
        self.assertEqual({"not in evidence"}, self.faults("A hose brings", "It says: “to the bed”."))


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


class FakeLibrary(check_cycle.Library):
    """A library of front matters instead of a commit."""

    def __init__(self, *patterns):  # pylint: disable=super-init-not-called
        self.files = {f"{data['slug']}.md": data for data in patterns}
        self.slug = {path: data["slug"] for path, data in self.files.items()}
        self.canonical = {slug: slug for slug in self.slug.values()}
        self.curated = {frozenset(("hose", "pump"))}


def pattern(slug, *links, date="2026-11-01", **more):
    return {"slug": slug, "graph_garden": {"last_pruned": date, "inferred_links": list(links), **more}}


def link(target, confidence="0.9", kind="complementary"):
    return {"target": target, "type": kind, "confidence": confidence}


def decided(action, cause, name, before=None, after=None, kind="link", detail=""):
    return {"action": action, "kind": kind, "cause": cause, "id": name, "detail": detail, "before": before, "after": after}


class CycleTest(unittest.TestCase):
    BEFORE = pattern("hose", link("tap", "0.7"), link("gone"), link("reed", "0.91"), link("old"), date="2026-10-01")
    AFTER = pattern("hose", link("tap", "0.8"), link("reed", "0.91"), link("new"), link("well", "0.95"))
    DECISIONS = (decided("rewrite", "confidence-moved", "tap", .7, .8), decided("drop", "target-removed", "gone", .9),
                 decided("retarget", "target-renamed", "old", .9, .9, detail="now new"),
                 decided("plant", "above-plant-threshold", "well", None, .95))

    def judged(self, decisions=DECISIONS, before=BEFORE, after=AFTER, kept=1):
        revision = {"path": "hose.md", "slug": "hose", "kept": kept, "decisions": list(decisions)}
        return check_cycle.judge_file(before, after, revision, "2026-11-01")

    def test_should_hold_when_each_difference_has_its_decision(self):
        self.assertEqual([], self.judged())

    def test_should_miss_each_decision_that_is_left_out(self):
        for left_out in self.DECISIONS:
            self.assertNotEqual([], self.judged([each for each in self.DECISIONS if each is not left_out]), left_out)

    def test_should_find_a_decision_that_made_no_difference(self):
        for more in (decided("drop", "self-link", "reed", .91), decided("plant", "above-plant-threshold", "reed", None, .91),
                     decided("rewrite", "type-changed", "reed", .91, .91), self.DECISIONS[0], decided("drop", "duplicate-id", "pump", kind="entity")):
            self.assertNotEqual([], self.judged([*self.DECISIONS, more]), more)

    def test_should_find_figures_that_are_not_those_of_the_file(self):
        for at, side, value in ((0, "before", .71), (0, "after", .9), (1, "before", None), (3, "after", .94)):
            wrong = [dict(each) for each in self.DECISIONS]
            wrong[at][side] = value
            self.assertEqual(1, len(self.judged(wrong)), (at, side))

    def test_should_tell_equal_entries_from_each_other(self):
        before, after = pattern("hose", link("tap"), link("tap"), date="2026-10-01"), pattern("hose", link("tap"))
        self.assertEqual([], self.judged([decided("drop", "duplicate", "tap", .9)], before, after))
        self.assertEqual(1, len(self.judged([decided("drop", "duplicate", "tap", .9)] * 2, before, after)))

    def test_should_know_bare_labels_by_the_ids_that_are_made_of_them(self):
        before, after = pattern("hose", date="2026-10-01"), pattern("hose", entities=["Adaptive Systems (Ash\u00e9)"])
        self.assertEqual([], self.judged([decided("plant", "room-in-list", "adaptive-system", None, .9, kind="entity")], before, after, kept=0))
        self.assertEqual(2, len(self.judged([decided("plant", "room-in-list", "systems", None, .9, kind="entity")], before, after, kept=0)))

    def test_should_find_a_wrong_date_count_or_word_about_the_section(self):
        self.assertEqual(1, len(self.judged(kept=2)))
        self.assertEqual(1, len(self.judged(after={**self.AFTER, "graph_garden": {**self.AFTER["graph_garden"], "last_pruned": "2026-10-31"}})))
        self.assertEqual(1, len(self.judged([*self.DECISIONS, decided("refresh", "refresh-age", "", kind="section")])))
        fresh = ({"slug": "hose"}, pattern("hose", link("tap")))
        plant = decided("plant", "above-plant-threshold", "tap", None, .9)
        self.assertEqual(1, len(self.judged([plant], *fresh, kept=0)))
        self.assertEqual([], self.judged([decided("plant", "section-missing", "", kind="section"), plant], *fresh, kept=0))

    def report(self, **more):
        revision = {"path": "hose.md", "slug": "hose", "kept": 1, "decisions": list(self.DECISIONS)}
        table = [{"kind": each["kind"], "action": each["action"], "cause": each["cause"], "count": 1} for each in self.DECISIONS]
        return {"date": "2026-11-01", "revisions": [revision], "decisions": table, "counts": {"revised_sections": 1}, "refused": [], **more}

    def test_should_compare_the_table_and_the_changed_files(self):
        base, result = FakeLibrary(self.BEFORE, pattern("tap")), FakeLibrary(self.AFTER, pattern("tap"))
        self.assertEqual([], check_cycle.judge_cycle(base, result, self.report()))
        table = [{**each, "count": 2} if each["action"] == "drop" else each for each in self.report()["decisions"]]
        self.assertEqual(1, len(check_cycle.judge_cycle(base, result, self.report(decisions=table))))
        self.assertEqual(1, len(check_cycle.judge_cycle(base, result, self.report(decisions=self.report()["decisions"][1:]))))
        other = FakeLibrary(self.AFTER, pattern("tap", link("hose")))
        self.assertEqual(1, len(check_cycle.judge_cycle(base, other, self.report())))
        self.assertEqual(1, len(check_cycle.judge_cycle(base, result, self.report(counts={"revised_sections": 2}))))

    def test_should_find_each_link_that_must_not_stand(self):
        others = [pattern(slug) for slug in ("tap", "pump")]
        self.assertEqual([], check_cycle.faults(FakeLibrary(pattern("hose", link("tap")), *others), set()))
        for links in ((link("gone"),), (link("hose"),), (link("tap"), link("tap", "0.8")), (link("pump"),)):
            library = FakeLibrary(pattern("hose", *links), *others)
            self.assertEqual(1, len(check_cycle.faults(library, set())), links)
            self.assertEqual([], check_cycle.faults(library, {"hose.md"}))

    def test_should_count_what_is_not_reciprocated_by_what_keeps_it(self):
        library = FakeLibrary(pattern("hose", link("tap"), link("pump"), link("well"), link("can", kind="enables")), pattern("tap", link("hose")),
                              pattern("pump"), pattern("well", link("a"), link("b")), pattern("can"))
        symmetric, both, causes = check_cycle.one_way(library, {"pump.md"}, 2)
        self.assertEqual((6, 2), (symmetric, both))
        self.assertEqual(1, causes["the other end may not be written"])
        self.assertEqual(1, causes["the other end is full"])

    def test_should_fail_when_most_targets_begin_alike(self):
        others = [pattern(slug) for slug in ("apple", "bed", "can", "dew", "elm")]
        rows = check_cycle.figures(FakeLibrary(pattern("fern", link("apple")), *others), set(), 8)
        self.assertFalse(rows[-1][3])
        rows = check_cycle.figures(FakeLibrary(pattern("fern", link("apple"), link("bed"), link("can")), *others), set(), 8)
        self.assertTrue(rows[-1][3])


class WeekTest(unittest.TestCase):
    REFRESH = {"path": "hose.md", "kept": 1, "decisions": [decided("refresh", "refresh-age", "", kind="section")]}

    def test_should_allow_refreshes_that_are_due_and_nothing_else(self):
        base = FakeLibrary(pattern("hose", link("tap"), date="2026-09-01"), pattern("tap", date="2026-10-30"))
        result = FakeLibrary(pattern("hose", link("tap")), pattern("tap", date="2026-10-30"))
        self.assertEqual([], weekly.only_due(base, result, {"revisions": [self.REFRESH], "date": "2026-11-01"}, 30))
        early = FakeLibrary(pattern("hose", link("tap"), date="2026-10-20"), pattern("tap", date="2026-10-30"))
        self.assertEqual(1, len(weekly.only_due(early, result, {"revisions": [self.REFRESH], "date": "2026-11-01"}, 30)))
        planted = {**self.REFRESH, "decisions": [decided("plant", "above-plant-threshold", "tap", None, .9)]}
        self.assertEqual(1, len(weekly.only_due(base, result, {"revisions": [planted], "date": "2026-11-01"}, 30)))
        moved = FakeLibrary(pattern("hose", link("tap", "0.8")), pattern("tap", date="2026-10-30"))
        self.assertEqual(1, len(weekly.only_due(base, moved, {"revisions": [self.REFRESH], "date": "2026-11-01"}, 30)))


class EventsTest(unittest.TestCase):
    COMMIT = "a" * 40
    COMMITS = {COMMIT: ("library/c1", {"hose.md": (None, "graph_garden: {}"), "tap.md": ("graph_garden: 1", "graph_garden: 2")})}
    CYCLES = [{"key": "library/c1", "value": {"revisedSections": 2}}]

    @staticmethod
    def revision(path, before, after, commit=COMMIT):
        return {"value": {"commit": commit, "path": path, "before": before, "after": after}}

    def revisions(self):
        return [self.revision("hose.md", None, "graph_garden: {}\n"), self.revision("tap.md", "graph_garden: 1\n", "graph_garden: 2\n")]

    def test_should_hold_when_each_file_of_a_commit_is_told_once(self):
        self.assertEqual([], kill_cycles.events_match(self.revisions(), self.CYCLES, self.COMMITS))

    def test_should_find_what_is_lost_doubled_invented_or_other(self):
        hose, tap = self.revisions()
        for revisions in ([hose], [hose, tap, tap], [hose, tap, self.revision("can.md", None, "x")],
                          [hose, tap, self.revision("tap.md", None, "x", "b" * 40)], [hose, self.revision("tap.md", "graph_garden: 1", "graph_garden: 3")]):
            self.assertEqual(1, len(kill_cycles.events_match(revisions, self.CYCLES, self.COMMITS)), revisions)
        self.assertEqual(1, len(kill_cycles.events_match(self.revisions(), [], self.COMMITS)))

    def test_should_find_what_a_killed_process_leaves(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder) / "library.git"
            (place / "objects" / "pack").mkdir(parents=True)
            (place / "objects" / "pack" / "pack-1.idx").touch()
            self.assertEqual([], kill_cycles.left_behind([place]))
            (place / "objects" / "pack" / "incoming_1.pack").touch()
            (place / "main.lock").touch()
            self.assertEqual(2, len(kill_cycles.left_behind([place])))


class WritersTest(unittest.TestCase):
    FILE = b"""---
slug: hose
graph_garden:
  last_pruned: 2026-01-01
  entities:
    - id: water
      label: Water
  inferred_links:
    - target: tap
      type: complementary
      reason: "Both drip."
    - target: pump
      type: complementary
      reason: "Both push."
license: MIT
---
Body
"""

    def writer(self, **more):
        marked = five_writers.marked_in(self.FILE, "[1.1]", ())
        values = {"number": 1, "files": {"hose.md": marked}, "marks": {"hose.md": {"[1.1]"}}, "taken": {"hose.md": {"reed"}}, "pushed": []}
        return argparse.Namespace(**{**values, **more})

    def test_should_mark_the_first_link_without_a_mark_and_take_out_the_last(self):
        once = five_writers.marked_in(self.FILE, "[1.1]", ())
        self.assertIn(b'reason: "Both drip. [1.1]"\n', once)
        twice = five_writers.marked_in(once, "[1.2]", {"[1.1]"})
        self.assertIn(b'reason: "Both push. [1.2]"\n', twice)
        self.assertIsNone(five_writers.marked_in(twice, "[1.3]", {"[1.1]", "[1.2]"}))
        data, target = five_writers.taken_out(once, {"[1.1]"})
        self.assertEqual("pump", target)
        self.assertEqual([("tap", 8, 11)], [tuple(link) for link in five_writers.links_of(data)[1]])
        self.assertIsNone(five_writers.taken_out(twice, {"[1.1]", "[1.2]"}))

    def test_should_find_each_edit_that_did_not_survive(self):
        kept = self.writer().files["hose.md"]
        self.assertEqual([], five_writers.survived([self.writer()], {"hose.md": kept.replace(b"2026-01-01", b"2026-02-02")}))
        for head in ({}, {"hose.md": kept.replace(b"Body", b"Bodies")}, {"hose.md": kept.replace(b" [1.1]", b"")},
                     {"hose.md": kept.replace(b"target: pump", b"target: reed")}):
            self.assertEqual(1, len(five_writers.survived([self.writer()], head)), head)

    def test_should_find_pushes_that_are_lost_or_out_of_order(self):
        pushed = [("hose.md", "0", "a"), ("hose.md", "b", "c")]
        self.assertEqual([], five_writers.in_history([self.writer(pushed=pushed)], ["0", "a", "b", "c"]))
        self.assertEqual(1, len(five_writers.in_history([self.writer(pushed=pushed)], ["0", "a", "b"])))
        self.assertEqual(1, len(five_writers.in_history([self.writer(pushed=pushed)], ["0", "c", "a"])))

    def test_should_want_nearly_all_cycles_in_time(self):
        self.assertTrue(five_writers.in_time([59.0] * 10, 60))
        self.assertFalse(five_writers.in_time([59.0] * 9 + [61.0], 60))
        self.assertFalse(five_writers.in_time([59.0] * 9 + [None], 60))


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
