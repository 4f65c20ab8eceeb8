#!/usr/bin/env python3
"""Kills `garden tend` with SIGKILL at random moments, runs it again to its end, and looks for damage.

First one run is left in peace: it gives the time to choose moments from, the commit count and the tree to compare with.
Then, each time on a fresh copy of the repository and with an empty state folder, either all processes of `tend` or only
its broker are killed. Some moments are drawn from the whole run; others fall right behind the moment when the garden
branch appears, where a program without a memory of its own push would commit a second time.

Checked after every kill: no process left, no lock file, no broken object or ref (git fsck), every other ref and the work
tree as they were, at most one garden commit, no foreign byte in it. After the run that follows: the same; the garden branch
holds as many commits and the same tree as after the run in peace; and a commit that the killed run had pushed still stands:
whoever began to review it must not find another in its place. A moment at which the run had ended is drawn again.
Exit code: 0 no damage, 1 damage, 2 usage.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from benchlib import GARDEN, command_line, fresh_copy, git, kill_all, session, start_tend, survivors, tend

HERE = pathlib.Path(__file__).parent
GRACE = 20
BRANCHES = "refs/heads/graph-garden/"


def garden_branch(repository):
    """The ref of the garden branch, or None."""
    names = git(repository, "for-each-ref", "--format=%(refname)", BRANCHES).split()
    return names[0] if names else None


def others(repository):
    """Everything of a repository that tend has to leave alone, to be compared."""
    refs = [line for line in git(repository, "for-each-ref").splitlines() if BRANCHES not in line]
    return refs, git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain")


def branch_may_exist(repository):
    """Like garden_branch, but cheap and without starting a process, for a loop that waits."""
    folder = repository / ".git" / BRANCHES
    return folder.is_dir() and any(path.suffix != ".lock" for path in folder.iterdir())


def wait_for_moment(process, moment, behind_push, repository, limit):
    """Sleeps until the moment to kill; gives False when the run ended before."""
    begin = time.monotonic()
    if behind_push:
        while process.poll() is None and not branch_may_exist(repository) and time.monotonic() - begin < limit:
            time.sleep(0.005)
        begin = time.monotonic()
    while time.monotonic() - begin < moment:
        if process.poll() is not None:
            return False
        time.sleep(0.005)
    return process.poll() is None


def kill(process, only_broker):
    """Kills the broker, or everything when that is asked for or no broker runs yet; says which it was."""
    pids = session(process.pid)
    brokers = [pid for pid in pids if "BrokerMain" in command_line(pid)]
    hit_broker = only_broker and bool(brokers)
    kill_all(brokers if hit_broker else pids)
    return "broker" if hit_broker else "all"


class Trial:
    """The repository of one kill, and what is wrong with it."""

    def __init__(self, arguments, source, folder):
        self.arguments = arguments
        self.repository = fresh_copy(source, folder / "repository")
        self.state = folder / "state"
        self.log = folder / "tend.log"
        shutil.rmtree(self.state, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        self.before = others(self.repository)
        self.base = git(self.repository, "rev-parse", "HEAD")
        self.options = ["--date", arguments.date, "--state", str(self.state), "--allow-refused", *arguments.option]

    def start(self):
        return start_tend(self.arguments.garden, self.repository, *self.options, log=self.log)

    def finish(self):
        return tend(self.arguments.garden, self.repository, *self.options, log=self.log)

    def commits(self):
        branch = garden_branch(self.repository)
        return int(git(self.repository, "rev-list", "--count", f"{self.base}..{branch}")) if branch else 0

    def tree(self):
        branch = garden_branch(self.repository)
        return git(self.repository, "rev-parse", f"{branch}^{{tree}}") if branch else None

    def tip(self):
        branch = garden_branch(self.repository)
        return git(self.repository, "rev-parse", branch) if branch else None

    def damage(self):
        found = []
        locks = [path for path in (self.repository / ".git").rglob("*.lock")]
        found += [f"lock file {path.relative_to(self.repository)}" for path in locks]
        fsck = subprocess.run(["git", "-C", str(self.repository), "fsck", "--full", "--no-dangling"], capture_output=True, text=True)
        if fsck.returncode != 0 or "error" in fsck.stderr:
            found.append(f"git fsck: {fsck.stderr.strip() or fsck.stdout.strip()}")
            return found
        if others(self.repository) != self.before:
            found.append("another ref or the work tree changed")
        if self.commits() > 1:
            found.append(f"{self.commits()} garden commits")
        branch = garden_branch(self.repository)
        if branch:
            check = subprocess.run([HERE / "check_untouched.py", self.repository, self.base, branch, "--quiet"], capture_output=True, text=True)
            if check.returncode != 0:
                found.append(f"foreign bytes: {check.stdout.strip() or check.stderr.strip()}")
        return found


def attempt(trial, moment, behind_push, only_broker, limit):
    """One kill and the run after it: (what was hit, damage); nothing is hit when the run had ended."""
    process = trial.start()
    if not wait_for_moment(process, moment, behind_push, trial.repository, limit):
        kill_all(session(process.pid))
        process.wait()
        return None, []
    what = kill(process, only_broker)
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        kill_all(session(process.pid))
        process.wait()
        return what, [f"tend went on for {limit:.0f} s without its broker"]
    left = survivors(process.pid, GRACE)
    damage = [f"left running: {command_line(pid)[:120]}" for pid in left]
    kill_all(left)
    # A killed process cannot remove its own lock; what counts is that the next run is not stopped by it and cleans up.
    damage += [f"after the kill: {line}" for line in trial.damage() if not line.startswith("lock file")]
    pushed = trial.tip()
    code, _ = trial.finish()
    if code != 0:
        damage.append(f"the run after it ended with {code}")
    if pushed and trial.tip() != pushed:
        damage.append(f"the run after it put another commit in the place of {pushed[:12]}")
    what += ", which had pushed" if pushed else ""
    return what, damage + [f"after the run: {line}" for line in trial.damage()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN, help="the launcher (default: this repository's)")
    parser.add_argument("--repository", type=pathlib.Path, required=True, help="a repository with a work tree; only copies are touched")
    parser.add_argument("--broker-only-share", type=float, default=0.3)
    parser.add_argument("--behind-push-share", type=float, default=0.3, help="share of moments within a second of the push")
    parser.add_argument("--date", default="2026-11-01")
    parser.add_argument("--option", action="append", default=[], help="a further option for tend, such as --option=--max-files=20")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the last trial")
    arguments = parser.parse_args()
    arguments.garden = arguments.garden.resolve()
    draw = random.Random(arguments.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kill-tend-"))
    failures = 0
    try:
        Trial(arguments, arguments.repository, folder).finish()  # builds what is missing and warms the disk caches
        peaceful = Trial(arguments, arguments.repository, folder)
        code, seconds = peaceful.finish()
        expected = (peaceful.commits(), peaceful.tree())
        print(f"seed {arguments.seed}; in peace: {seconds:.1f} s, exit code {code}, {expected[0]} commit(s), tree {expected[1]}", flush=True)
        if code != 0 or expected[0] == 0:
            print(f"the run in peace is no measure; see {peaceful.log}")
            arguments.keep = True
            return 1
        number = 0
        while number < arguments.times:
            only_broker = draw.random() < arguments.broker_only_share
            behind_push = draw.random() < arguments.behind_push_share
            moment = draw.random() * (1.0 if behind_push else seconds)
            trial = Trial(arguments, arguments.repository, folder)
            what, damage = attempt(trial, moment, behind_push, only_broker, limit=max(120.0, 5 * seconds))
            if what is None:
                continue
            number += 1
            if not damage and (trial.commits(), trial.tree()) != expected:
                damage = [f"{trial.commits()} commit(s), tree {trial.tree()} instead of what the run in peace gave"]
            failures += bool(damage)
            when = f"{moment:6.3f} s {'behind the push' if behind_push else 'after the start'}"
            print(f"{number:3} {when}: killed {what}: {'; '.join(damage) or 'no damage'}", flush=True)
            if damage:
                shutil.copyfile(trial.log, folder / f"failed-{number}.log")
    finally:
        if arguments.keep or failures:
            print(f"logs in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"seed {arguments.seed}: {arguments.times} kills, {failures} with damage")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
