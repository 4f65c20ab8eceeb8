#!/usr/bin/env python3
"""Proves that between two commits nothing changed but graph_garden blocks.

For every file of either commit: same path, same mode, and
- the same bytes, or
- a block in both, with identical bytes before it and behind it, or
- a block in the second only: taking out one run of lines, which holds the block and at most comments and blank lines
  around it, gives the first file back byte for byte.

It finds the block by looking at lines (see `section` in benchlib.py) and shares no code with what writes it.
Exit code: 0 proven, 1 a foreign byte, 2 usage.
"""
import argparse
import collections
import sys

from benchlib import contents, front_matter, lines_of, section, tree


def inserted(before, after):
    """The one run of lines that `after` has more than `before`: (start, end), or None when there is no such run."""
    extra = len(after) - len(before)
    same = 0
    while same < len(before) and before[same] == after[same]:
        same += 1
    if extra > 0 and before[same:] == after[same + extra:]:
        return same, same + extra
    return None


def judge(old, new):
    """What happened to one file: (what, why it is foreign or None)."""
    before, after = lines_of(old), lines_of(new)
    try:
        stood, stands = section(before), section(after)
    except ValueError as problem:
        return "foreign", str(problem)
    if stands is None:
        return "foreign", "changed, and has no graph_garden block" if stood is None else "its block is gone"
    if stood is not None:
        if before[:stood[0]] != after[:stands[0]]:
            return "foreign", "bytes before the block differ"
        if before[stood[1]:] != after[stands[1]:]:
            return "foreign", "bytes behind the block differ"
        return "revised", None
    run = inserted(before, after)
    if run is None:
        return "foreign", "more than one run of lines was inserted, or a line was changed"
    fences = front_matter(after)
    around = after[run[0]:stands[0]] + after[stands[1]:run[1]]
    # A run can be found shifted when its first lines equal those behind it; the block must then still lie inside.
    if not (fences[0] <= run[0] and run[1] <= fences[1] and run[0] <= stands[0] and stands[1] <= run[1]):
        return "foreign", "what was inserted is not the block"
    if any(line.strip() and not line.startswith(b"#") for line in around):
        return "foreign", "something but comments was inserted around the block"
    return "inserted", None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("base", help="the commit before")
    parser.add_argument("result", help="the commit after")
    parser.add_argument("--quiet", action="store_true", help="print only foreign bytes")
    arguments = parser.parse_args()
    old, new = tree(arguments.repository, arguments.base), tree(arguments.repository, arguments.result)
    changed = [path for path in old.keys() & new.keys() if old[path][1] != new[path][1]]
    bytes_of = contents(arguments.repository, [side[path][1] for path in changed for side in (old, new)])
    counts, foreign = collections.Counter(), []
    for path in sorted(old.keys() | new.keys()):
        if path not in old or path not in new:
            outcome, why = "foreign", "added" if path not in old else "removed"
        elif old[path][0] != new[path][0]:
            outcome, why = "foreign", "mode changed"
        elif old[path] == new[path]:
            outcome, why = "identical", None
        else:
            outcome, why = judge(bytes_of[old[path][1]], bytes_of[new[path][1]])
        counts[outcome] += 1
        if why:
            foreign.append(f"{path}: {why}")
    if not arguments.quiet:
        print(f"{sum(counts.values())} files: {counts['identical']} identical, {counts['revised']} revised inside the block, "
              f"{counts['inserted']} with a block inserted, {counts['foreign']} with a foreign byte")
    for line in foreign[:50]:
        print("FOREIGN", line)
    return 1 if foreign else 0


if __name__ == "__main__":
    sys.exit(main())
