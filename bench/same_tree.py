#!/usr/bin/env python3
"""Tends copies of one repository in different settings and compares what comes out.

- With each partition count, and twice with the first, each time with an empty state folder: the same tree hash.
- The garden branch merged, then tended again on the same date and a week later: no commit.

Exit code: 0 all the same, 1 a difference, 2 usage.
"""
import argparse
import datetime
import pathlib
import shutil
import sys
import tempfile

from benchlib import GARDEN, fresh_copy, git, table, tend


class Copy:
    """A copy of the repository, tended again and again."""

    def __init__(self, arguments, folder):
        self.arguments = arguments
        self.folder = folder
        self.repository = fresh_copy(arguments.repository, folder / "repository")

    def tend(self, date, partitions):
        """Tends with an empty state folder: the new commit, or None when there was nothing to change."""
        state, config, log = self.folder / "state", self.folder / "garden.yaml", self.folder / "tend.log"
        shutil.rmtree(state, ignore_errors=True)
        config.write_text(f"topics:\n  garden-partitions: {partitions}\n  pattern-partitions: {partitions}\n")
        log.unlink(missing_ok=True)
        branch = f"graph-garden/{date}"
        options = ("--date", str(date), "--state", str(state), "--config", str(config), "--allow-refused")
        code, seconds = tend(self.arguments.garden, self.repository, *options, log=log)
        if code != 0:
            sys.exit(f"tend ended with {code}; the end of its log:\n" + "\n".join(log.read_text().splitlines()[-20:]))
        commit = git(self.repository, "rev-parse", "-q", "--verify", f"refs/heads/{branch}", check=False)
        ahead = commit and git(self.repository, "rev-list", "--count", f"main..{branch}") != "0"
        return (commit if ahead else None), seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN)
    parser.add_argument("--repository", type=pathlib.Path, required=True, help="a repository on branch main; only copies are touched")
    parser.add_argument("--partitions", default="1,2,8")
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 1))
    arguments = parser.parse_args()
    arguments.garden = arguments.garden.resolve()
    counts = [int(count) for count in arguments.partitions.split(",")]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="same-tree-"))
    rows, trees, fixed = [], set(), True
    try:
        for partitions in [counts[0], *counts]:
            copy = Copy(arguments, folder)
            commit, seconds = copy.tend(arguments.date, partitions)
            found = git(copy.repository, "rev-parse", f"{commit}^{{tree}}") if commit else "no commit"
            trees.add(found)
            rows.append((f"{partitions} partitions", f"{seconds:.1f} s", found))
        if commit:
            git(copy.repository, "merge", "-q", "--ff-only", commit)
            for date in (arguments.date, arguments.date + datetime.timedelta(days=7)):
                commit, seconds = copy.tend(date, counts[0])
                fixed &= commit is None
                rows.append((f"again, merged, {date}", f"{seconds:.1f} s", commit or "no commit"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    table(rows, ("run", "wall time", "tree, or commit"))
    print("one tree" if len(trees) == 1 else f"{len(trees)} different trees", "and", "a fixpoint" if fixed else "NO fixpoint")
    return 0 if len(trees) == 1 and "no commit" not in trees and fixed else 1


if __name__ == "__main__":
    sys.exit(main())
