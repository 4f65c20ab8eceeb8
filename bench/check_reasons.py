#!/usr/bin/env python3
"""Proves that reasons keep their promises, over every link of what `garden tend REPO --enriched` wrote.

Each reason is one line of at most 160 characters, no two links of a pattern have the same, and what it quotes is the quote of
one of its pieces of evidence. Each quote of the evidence, and all that a reason quotes, stands verbatim in the raw file that it
names, but for white space. Exit code: 0 yes, 1 no, 2 usage.
"""
import argparse
import collections
import re
import sys

from benchlib import table
from reasonlib import files, one_line, records

LONGEST = 160
QUOTED = re.compile("“([^“”]*)”")
TRIM = " .,;:–—-…"


def check(record, raw):
    """The faults of one pattern's reasons, by kind, with an example of each; and how many quotes there were.

    raw: by slug, the file on one line.
    """
    faults = collections.Counter()
    examples = {}

    def fault(kind, link):
        faults[kind] += 1
        examples.setdefault(kind, f"{record['slug']} -> {link['target']}")

    reasons = collections.Counter(link["reason"] for link in record["links"])
    for link in record["links"]:
        reason = link["reason"]
        if len(reason) > LONGEST or "\n" in reason or not reason:
            fault("length", link)
        if reasons[reason] > 1:
            fault("the same twice", link)
        quotes = [piece for piece in link["evidence"] if piece["quote"]]
        for words in QUOTED.findall(reason):
            if not any(words.strip(TRIM) in one_line(piece["quote"]) for piece in quotes):
                fault("not in evidence", link)
        for piece in quotes:
            faults["quotes"] += 1
            slug = piece["quoted"] or record["slug"]
            if one_line(piece["quote"]) not in raw[slug]:
                fault("not verbatim", link)
    return faults, examples


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", help="work tree of the repository that was tended")
    parser.add_argument("enriched", help="what --enriched wrote")
    arguments = parser.parse_args()
    found = files(arguments.repository)
    raw = {slug: one_line(text) for slug, text in found.items()}
    total, examples = collections.Counter(), {}
    for record in records(arguments.enriched).values():
        faults, named = check(record, raw)
        total.update(faults)
        total["reasons"] += len(record["links"])
        examples = {**named, **examples}
    kinds = ("length", "the same twice", "not in evidence", "not verbatim")
    table([(key, total[key]) for key in ("reasons", "quotes", *kinds)], ("", "number"))
    for kind, example in sorted(examples.items()):
        print(f"{kind}: {example}", file=sys.stderr)
    return 1 if not total["reasons"] or any(total[kind] for kind in kinds) else 0


if __name__ == "__main__":
    sys.exit(main())
