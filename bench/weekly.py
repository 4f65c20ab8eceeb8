#!/usr/bin/env python3
"""Tends a copy of a library as its stewards would see it: a cycle, the same again, the merge, the same again, and a week later.

1. A cycle in mode *branch*: one commit, proven by `check_cycle.py` (the decisions against the files, and what the sections hold) and
   `check_untouched.py` (no byte outside the sections).
2. The same day again, before the merge: the branch stays at its commit.
3. The same day again, after the merge: no commit.
4. A week later without edits: no commit, or one that changes no link and touches no file but those whose date was due.

Exit code: 0 all holds, 1 something does not, 2 usage.

  weekly.py --repository REPO --state STATE
"""
import argparse
import datetime
import json
import pathlib
import subprocess
import sys

import check_cycle
from benchlib import fresh_copy, git, table, tend
from check_sections import Library
from uplib import add_common_options, exit_code, in_own_folder

HERE = pathlib.Path(__file__).parent


def only_due(base, result, report, age):
    """What a cycle without edits touched that was not due, a line each."""
    wrong, date = [], datetime.date.fromisoformat(report["date"])
    for revision in report["revisions"]:
        path = revision["path"]
        dated = str(base.section(path).get("last_pruned", ""))
        other = sorted({f"{each['action']} {each['kind']}" for each in revision["decisions"]} - {"refresh section"})
        if other:
            wrong.append(f"{path}: {', '.join(other)}")
        elif dated and datetime.date.fromisoformat(dated) + datetime.timedelta(age) >= date:
            wrong.append(f"{path}: refreshed, though dated {dated}")
    for path in sorted(base.files.keys() | result.files.keys()):
        if [entry.same for entry in check_cycle.listed(base.section(path), "link")] != [
                entry.same for entry in check_cycle.listed(result.section(path), "link")]:
            wrong.append(f"{path}: its links changed")
    return wrong


class Copy:
    """A copy of the library, and cycles over it."""

    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, folder
        self.repository = fresh_copy(arguments.repository, folder / "repository")
        self.config = folder / "garden.yaml"
        self.config.write_text("\n".join(arguments.option) + "\n")
        self.rows = []

    def head(self, ref="main"):
        return git(self.repository, "rev-parse", "-q", "--verify", f"refs/heads/{ref}", check=False)

    def tend(self, name, date):
        """One cycle; gives its report, and the commit of its branch that main does not hold, or None."""
        report, log = self.folder / f"{name}.json", self.folder / f"{name}.log"
        code, seconds = tend(self.arguments.garden, self.repository, "--date", str(date), "--state", str(self.arguments.state), "--config",
                             str(self.config), "--report", str(report), "--allow-refused", log=log)
        if code != 0:
            raise SystemExit(f"tend ended with {code}; the end of its log:\n" + "\n".join(log.read_text().splitlines()[-20:]))
        told = json.loads(report.read_text())
        commits = told["commits"]
        self.rows.append((name, f"{seconds:.0f} s", told["outcome"], commits[0]["commit"][:12] if commits else "none", len(told["revisions"])))
        return told, commits[0]["commit"] if commits else None


def run(arguments, folder):
    copy, wrong = Copy(arguments, folder), []
    base = copy.head()
    first, commit = copy.tend("first", arguments.date)
    if commit is None:
        return ["the first cycle made no commit"]
    wrong += check_cycle.check(copy.repository, base, commit, first, arguments.limit)
    done = subprocess.run([sys.executable, HERE / "check_untouched.py", copy.repository, base, commit, "--quiet"],
                          capture_output=True, text=True, check=False)
    wrong += [line for line in done.stdout.splitlines() if line.startswith("FOREIGN")]
    branches = git(copy.repository, "for-each-ref", "refs/heads/graph-garden")
    copy.tend("same day, before the merge", arguments.date)
    if git(copy.repository, "for-each-ref", "refs/heads/graph-garden") != branches:
        wrong.append("a second cycle on the same day moved the branch")
    git(copy.repository, "merge", "-q", "--ff-only", commit)
    _, again = copy.tend("same day, after the merge", arguments.date)
    if again is not None and again != commit or copy.head() != commit:
        wrong.append("a cycle on the day of the merge made a commit")
    later, week = copy.tend("a week later", arguments.date + datetime.timedelta(7))
    if week is not None:
        wrong += [f"a week later: {line}" for line in
                  only_due(Library(copy.repository, commit), Library(copy.repository, week), later, arguments.refresh_age)]
    print()
    table(copy.rows, ("cycle", "took", "outcome", "commit", "files revised"))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repository", type=pathlib.Path, required=True, help="a repository on branch main, checked out; only a copy is touched")
    parser.add_argument("--state", type=pathlib.Path, required=True, help="state folder, for the embeddings in it")
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 23))
    parser.add_argument("--limit", type=int, default=8, help="links per pattern, as configured (default: %(default)s)")
    parser.add_argument("--refresh-age", type=int, default=30, help="days, as configured (default: %(default)s)")
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "weekly-")
    return exit_code(wrong, "BREACH", f"{len(wrong)} breaches")


if __name__ == "__main__":
    sys.exit(main())
