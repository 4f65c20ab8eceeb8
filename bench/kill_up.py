#!/usr/bin/env python3
"""Kills `garden up`, its broker and its registry with SIGKILL at random moments under a stream of pushes, and looks for damage.

A bare repository of the sample garden is tended *directly*: people push to the branch to which the pruner commits. Pushes go on
all the time (edits, additions, removals, moves, changed slugs, one to four files), most of them told by a signed webhook, the
others left to polling. A cycle is scheduled every 20 s; others are asked for. Whoever is killed comes back: children are
restarted by the running `up`, and `up` itself by this program, at once and on the same state. Some moments wait until everything
is healthy again, some fall into start-up and recovery, some right behind a commit of the pruner, and some kills come in pairs.

Checked in the end, when everything is quiet, by committed readers that read the topics from their beginning, and others that
read along from the first minute:
- pushes are told 1, 2, 3 … in the order of the branch's history; each has as many change events as it says; none comes twice;
- every pushed commit is reflected: the head is closed, each pattern enriched as it is now, and none that is gone;
- each cycle that was asked for was run once and made one commit at most, which its record names;
- everything that people wrote stands in the head byte for byte; garden commits touch sections only; `git fsck` is clean.
After a kill of `up` its children end by themselves. SIGTERM ends it within 30 s with code 143; then no process, no lock file and no
temporary file is left. An `up` that ends without being killed is damage, too.
Exit code: 0 no damage, 1 damage, 2 usage.
"""
import argparse
import collections
import fcntl
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from benchlib import ROOT, command_line, contents, git, kill_all, survivors, table, tree
from check_untouched import judge
from restarts import Reader, RestartedUp, arguments_of, living
from steward import Steward, library, slug_of
from stream_checks import changes_of_pushes, follow_history, once_each, one_commit_a_cycle, reflected, same_records
from uplib import end_on_signals, exit_code, say

BRANCH = "refs/heads/main"
CYCLES = 20
ORPHANS = 20
HEALTHY = 120
SETTLED = 240
TOPICS = ("pattern-changes", "pushes-closed", "enriched-patterns", "prune-cycles")
OPTIONS = ("prune.publish: direct", f"prune.schedule: '0/{CYCLES} * * * * ?'")


class Asker(threading.Thread):
    """Asks for a prune cycle now and then; what becomes of it stands in the topics."""

    def __init__(self, up, seed):
        super().__init__(daemon=True)
        self.up, self.draw, self.stopping = up, random.Random(seed), threading.Event()
        self.codes = collections.Counter()

    def run(self):
        while not self.stopping.wait(self.draw.uniform(15, 40)):
            code, _ = self.up.command("prune", "sample", "now", "--timeout", "40", timeout=60)
            self.codes[code] += 1

    def stop(self):
        self.stopping.set()
        self.join(70)


class Trial:
    """The running garden, who is killed in it, and what is wrong."""

    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, folder
        self.draw = random.Random(arguments.seed)
        self.repository, self.work = library(arguments.patterns, folder)
        self.up = RestartedUp(folder, self.repository, OPTIONS, arguments.garden, arguments.registry_cache)
        self.steward = Steward(self.up, self.work, arguments.seed + 1)
        self.asker = Asker(self.up, arguments.seed + 2)
        self.damage, self.recoveries, self.kills, self.orphans = [], [], collections.Counter(), []
        self.readers = {}
        self.killed_at, self.killed_pids, self.was_ready = None, set(), False

    # What is going on

    def healthy(self):
        children = self.up.children()
        return len(children) == 2 and not self.killed_pids & set(children.values()) and bool(self.up.addresses()) and self.up.ready()

    def watch(self):
        """Looks after everything once: notes recovery, starts `up` again when it ended, follows orphans."""
        code = self.up.ended()
        if code is not None:
            self.damage.append(f"up ended by itself with exit code {code}")
            say("\n".join(self.up.log.read_text("utf-8", "replace").splitlines()[-25:]))
            self.restart()
        for entry in list(self.orphans):
            since, pids = entry
            if not living(pids):
                self.orphans.remove(entry)
            elif time.monotonic() - since > ORPHANS:
                self.damage += [f"left running {ORPHANS} s after its parent was killed: {command_line(pid)[-60:]}" for pid in living(pids)]
                kill_all(pids)
        if self.killed_at is not None and self.healthy():
            self.recoveries.append(time.monotonic() - self.killed_at)
            self.killed_at, self.was_ready = None, True

    def wait(self, seconds):
        deadline = time.monotonic() + seconds
        while True:
            self.watch()
            left = deadline - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(0.1, left))

    def wait_healthy(self):
        deadline = time.monotonic() + HEALTHY
        while self.killed_at is not None and time.monotonic() < deadline:
            self.wait(0.1)
        if self.killed_at is not None:
            self.damage.append(f"not healthy {HEALTHY} s after the last kill")
            self.killed_at = None

    def wait_for_commit(self):
        """Until somebody else than people moved the branch, or no cycle had anything to change for a while."""
        deadline = time.monotonic() + 1.5 * CYCLES
        ref = self.repository / BRANCH
        while time.monotonic() < deadline:
            self.watch()
            before = ref.read_text()
            for _ in range(40):
                time.sleep(0.005)
                if ref.read_text() != before and "Garden-Cycle" in git(self.repository, "log", "-1", "--format=%b", BRANCH):
                    return

    # What is done to it

    def restart(self):
        self.up.start()
        self.was_ready = False
        if self.killed_at is None:
            self.killed_at = time.monotonic()

    def phase(self):
        if self.killed_at is None:
            return "healthy"
        return "recovery" if self.was_ready else "start-up"

    def kill(self, target):
        """Kills it, or `up` when it is not there; gives (what was killed, in which phase)."""
        phase = self.phase()
        if self.killed_at is None or target == "up":
            self.killed_at = time.monotonic()
        child = self.up.children().get(target)
        if child is None:
            left = self.up.kill()
            self.orphans.append((time.monotonic(), left))
            self.wait_quietly(self.draw.uniform(0, 1))
            self.restart()
            target = "up"
        else:
            kill_all([child])
            self.killed_pids.add(child)
            self.killed_at = time.monotonic()
        self.kills[target, phase] += 1
        return target, phase

    @staticmethod
    def wait_quietly(seconds):
        time.sleep(seconds)

    def moment(self):
        """Waits for the next moment; gives its name."""
        kind = self.draw.random()
        if kind < 0.12:
            self.wait_healthy()
            self.wait_for_commit()
            self.wait(self.draw.uniform(0, 0.4))
            return "behind a commit"
        if kind < 0.4:
            self.wait_healthy()
            self.wait(self.draw.uniform(0.3, 6))
            return "when healthy"
        self.wait(self.draw.uniform(0.3, 12))
        return "any time"

    def run(self):
        self.up.start()
        self.killed_at = time.monotonic()
        self.steward.start()
        while self.up.addresses() is None:
            self.wait(0.1)
        addresses = self.up.addresses()
        self.readers = {topic: Reader(self.up, addresses, topic) for topic in TOPICS}
        self.asker.start()
        number = 0
        while number < self.arguments.times:
            moment = self.moment()
            pair = 2 if self.draw.random() < 0.15 else 1
            for _ in range(pair):
                target = self.draw.choices(("up", "broker", "registry"), (4, 4, 3))[0]
                what, phase = self.kill(target)
                number += 1
                say(f"{number:3} {time.strftime('%H:%M:%S')} {moment}, in {phase}: killed {what}; "
                    f"{len(self.steward.pushed)} pushes, {len(self.readers['pushes-closed'].records)} closed")
                time.sleep(self.draw.uniform(0, 0.5))
        self.wait_healthy()
        self.steward.stop()
        say("healthy; no more pushes")
        self.asker.stop()
        say("no more asked cycles")
        self.settle()
        say("quiet")

    # What is there in the end

    def settle(self):
        """Until everything that was pushed and asked for is done and nobody commits any more."""
        deadline, quiet_since, head = time.monotonic() + SETTLED, time.monotonic(), None
        while time.monotonic() < deadline:
            self.wait(0.5)
            now = git(self.repository, "rev-parse", BRANCH)
            closed = self.readers["pushes-closed"].values()
            if now != head or not closed or closed[-1]["value"]["commit"] != now:
                head, quiet_since = now, time.monotonic()
            elif time.monotonic() - quiet_since > 1.5 * CYCLES:
                return
        self.damage.append(f"not quiet {SETTLED} s after the last push: head {head[:12]}, "
                           f"last closed {closed[-1]['value']['commit'][:12] if closed else 'none'}")

    def read_all(self):
        """Reads the topics anew; gives topic -> records, of which the live readers must have seen the same."""
        addresses = self.up.addresses()
        fresh = {topic: Reader(self.up, addresses, topic) for topic in (*TOPICS, "prune-requests", "dead-letters")}
        try:
            for topic, reader in fresh.items():
                seen = len(self.readers[topic].records) if topic in self.readers else 0
                reader.await_quiet(6, at_least=seen, limit=40)
            found = {topic: reader.values() for topic, reader in fresh.items()}
        finally:
            for reader in fresh.values():
                reader.close()
        for topic, reader in self.readers.items():
            self.damage += same_records(*common(reader.values(), found[topic]), topic)
        return found

    def check_topics(self, found):
        history = git(self.repository, "rev-list", "--reverse", "--first-parent", BRANCH).split()
        pushes = sorted(found["pushes-closed"], key=lambda record: record["offset"])
        head = self.files()
        slugs = {slug_of(content.decode()): (title_of(content), path) for path, content in head.items()}
        trailers = git(self.repository, "log", "--format=%H%x09%(trailers:key=Garden-Cycle,valueonly,separator=%x2C)", BRANCH)
        commits = [(line[:40], line[41:]) for line in trailers.splitlines() if line[41:]]
        wrong = once_each(pushes)
        wrong += changes_of_pushes(found["pattern-changes"], pushes)
        wrong += follow_history(pushes, history)
        wrong += reflected(slugs, found["pattern-changes"], found["enriched-patterns"])
        wrong += one_commit_a_cycle(found["prune-cycles"], found["prune-requests"], commits)
        known = set(history)
        missing = [commit for _, commit, _ in self.steward.pushed if commit not in known]
        wrong += [f"the push {commit[:12]} is no longer on the branch" for commit in missing]
        if pushes and pushes[-1]["value"]["commit"] != history[-1]:
            wrong.append(f"the head {history[-1][:12]} is not closed")
        self.damage += wrong
        self.garden_commits = commits

    def files(self):
        """The patterns at the head: path -> bytes."""
        listed = {path: object_id for path, (_, object_id) in tree(self.repository, BRANCH).items() if path.startswith("patterns/")}
        blobs = contents(self.repository, listed.values())
        return {path: blobs[object_id] for path, object_id in listed.items()}

    def check_repository(self):
        head = self.files()
        for path in sorted(head.keys() ^ self.steward.written.keys()):
            self.damage.append(f"{path} is {'not there' if path in self.steward.written else 'there'}, against what people did")
        for path in sorted(head.keys() & self.steward.written.keys()):
            if head[path] != self.steward.written[path] and judge(self.steward.written[path], head[path])[0] == "foreign":
                self.damage.append(f"{path} is not as people wrote it")
        for commit, cycle in self.garden_commits:
            check = subprocess.run([ROOT / "bench" / "check_untouched.py", self.repository, f"{commit}^", commit, "--quiet"],
                                   capture_output=True, text=True)
            if check.returncode != 0:
                self.damage.append(f"cycle {cycle} touched foreign bytes: {check.stdout.strip()[:200]}")
        fsck = subprocess.run(["git", "-C", str(self.repository), "fsck", "--full", "--no-dangling"], capture_output=True, text=True)
        if fsck.returncode != 0 or "error" in fsck.stderr:
            self.damage.append(f"git fsck: {fsck.stderr.strip() or fsck.stdout.strip()}")

    def stop(self):
        for reader in self.readers.values():
            reader.close()
        code, seconds = self.up.stop()
        if code != 143:
            self.damage.append(f"SIGTERM: exit code {code} after {seconds:.1f} s, instead of 143 within 30")
        for pid in survivors(self.up.process.pid, 1):
            self.damage.append(f"left running: {command_line(pid)[-80:]}")
        places = [self.repository, self.up.state / "ingest", self.up.state / "pruner"]
        for place in places:
            self.damage += [f"lock left: {path.relative_to(self.folder)}" for path in place.rglob("*.lock")]
            self.damage += [f"unfinished file left: {path.relative_to(self.folder)}" for path in place.rglob("*")
                            if path.name.startswith((".tmp", "tmp_", "incoming_")) or path.suffix == ".part"]
        with open(self.up.state / "up.lock", "r+b") as lock:
            try:
                fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self.damage.append("up.lock is still held")
        self.damage += [f"temporary file left: {path.name}" for path in self.up.temporary.iterdir()]
        return seconds

    def waits(self):
        """For each push, how long it took until a committed reader saw that it, or one that contains it, was closed."""
        place = {commit: number for number, commit in
                 enumerate(git(self.repository, "rev-list", "--reverse", "--first-parent", BRANCH).split())}
        closed = [(at, place.get(record["value"]["commit"], -1)) for at, record in self.readers["pushes-closed"].records]
        return sorted(min(at - pushed for at, number in closed if number >= place[commit] and at > pushed)
                      for pushed, commit, _ in self.steward.pushed
                      if commit in place and any(number >= place[commit] and at > pushed for at, number in closed))

    def close(self):
        self.steward.stopping.set()
        self.asker.stopping.set()
        for reader in self.readers.values():
            reader.close()
        self.up.kill_rest()
        kill_all([pid for _, pids in self.orphans for pid in living(pids)])


def common(first, second):
    """Of what two readers have read, what stands up to where both of them have come."""
    ends = [{}, {}]
    for end, records in zip(ends, (first, second)):
        for record in records:
            end[record["partition"]] = max(end.get(record["partition"], -1), record["offset"])
    return [[record for record in records if record["offset"] <= min(end.get(record["partition"], -1) for end in ends)]
            for records in (first, second)]


def title_of(content):
    line = next(line for line in content.decode().splitlines() if line.startswith("title:"))
    return line.removeprefix("title:").strip().strip('"')


def figures(numbers):
    return f"median {statistics.median(numbers):.1f} s, largest {max(numbers):.1f} s" if numbers else "none"


def report(trial, found, stopped):
    rows = [(what, phase, count) for (what, phase), count in sorted(trial.kills.items())]
    table(rows, ("killed", "in", "times"))
    waits = trial.waits()
    pushes, told = len(trial.steward.pushed), sum(hinted for _, _, hinted in trial.steward.pushed)
    outcomes = collections.Counter(cycle["value"]["outcome"] for cycle in found["prune-cycles"])
    print()
    table([
        ("pushes of people", f"{pushes}, of which {told} told by webhook, answers {dict(sorted(trial.steward.answers.items()))}"),
        ("pushed again on a newer head", trial.steward.raced),
        ("pushes closed, changes, enriched records",
         ", ".join(str(len(found[topic])) for topic in ("pushes-closed", "pattern-changes", "enriched-patterns"))),
        ("cycles by outcome", ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))),
        ("commits of the pruner", len(trial.garden_commits)),
        ("dead letters", len(found["dead-letters"])),
        ("kill until all is healthy", figures(trial.recoveries)),
        ("push until closed for a reader", figures(waits)),
        ("SIGTERM until ended", f"{stopped:.1f} s"),
    ], ("what", "figure"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=60)
    arguments = arguments_of(parser)
    end_on_signals()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kill-up-"))
    trial, done = Trial(arguments, folder), False
    begin = time.monotonic()
    try:
        trial.run()
        found = trial.read_all()
        trial.check_topics(found)
        stopped = trial.stop()
        trial.check_repository()
        trial.damage += trial.steward.troubles
        report(trial, found, stopped)
        done = True
    finally:
        trial.close()
        if arguments.keep or not done or trial.damage:
            say(f"logs, state and repository in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return exit_code(trial.damage, "DAMAGE",
                     f"seed {arguments.seed}: {sum(trial.kills.values())} kills in {time.monotonic() - begin:.0f} s, {len(trial.damage)} damages")


if __name__ == "__main__":
    sys.exit(main())
