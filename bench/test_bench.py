#!/usr/bin/env python3
"""Tests of the proofs: they must fail when they should. Run: python3 -m unittest discover -s bench"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from benchlib import lines_of, section  # noqa: E402
from check_untouched import judge  # noqa: E402

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


if __name__ == "__main__":
    unittest.main()
