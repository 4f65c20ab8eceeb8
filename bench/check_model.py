#!/usr/bin/env python3
"""Shows that a model file holds no text of the libraries that it was fitted on.

usage: check_model.py MODEL.json PATTERNS_DIR...

Every title, alias, slug and entity label of the patterns, of two words or more, is looked for in every name and text of the
file, without regard to case, hyphens and underscores; and every sentence of 40 characters or more. Exit code 0 when none is there.
"""
import argparse
import json
import pathlib
import re
import sys


def plain(text):
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def texts(node):
    if isinstance(node, dict):
        for name, value in node.items():
            yield name
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield node


def phrases(file):
    text = file.read_text(encoding="utf-8", errors="replace")
    front, _, body = text[3:].partition("\n---")
    for line in front.splitlines():
        named = re.match(r"\s*-?\s*(?:title|slug|label|id|name):\s*(.+)|\s*-\s+(.+)", line)
        if named:
            phrase = plain(named.group(1) or named.group(2))
            if " " in phrase:
                yield phrase
    for sentence in re.split(r"(?<=[.!?])\s+|\n", body):
        phrase = plain(sentence)
        if len(phrase) >= 40:
            yield phrase


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("model", type=pathlib.Path)
    args.add_argument("patterns", nargs="+", type=pathlib.Path)
    args = args.parse_args()
    held = f" {' | '.join(plain(text) for text in texts(json.loads(args.model.read_text(encoding='utf-8'))))} "
    searched, found = set(), []
    for folder in args.patterns:
        for file in sorted(folder.rglob("*.md")):
            searched.update(phrases(file))
    found = sorted(phrase for phrase in searched if f" {phrase} " in held)
    print(f"{len(searched):,} titles, labels and sentences looked for, {len(found)} found")
    for phrase in found:
        print(f"  {phrase}")
    return 1 if found or not searched else 0


if __name__ == "__main__":
    sys.exit(main())
