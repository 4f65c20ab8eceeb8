#!/usr/bin/env python3
"""Runs two `garden up` on one broker with two gardens, kills one of them again and again, and counts who runs which cycle.

The broker and the registry are those of a `garden up` of their own: it is started once, its children's command lines are read,
and they are started again by this program. So they are the product's own, and belong to none of the two members, which join with
`kafka.bootstrap.servers` and `schema-registry.url`. Both members have one configuration, and a state folder each.

Who owns a garden is what the members say at /metrics: `garden_owner{garden,service}`. Both are asked all the time.

Each round waits until each service of each garden has exactly one owner and each member owns one garden of each service. Then one
member is killed with SIGKILL (or, in a freeze, stopped for longer than the group waits for it, and woken up again), edits are pushed to
both gardens right before or behind that, and a cycle of each garden is asked for with `garden prune G now`. Measured from the kill:
until the other member owns everything, until a committed reader (`garden watch`) has both edits, until both cycles are answered.
Meanwhile both members' schedules ask for a cycle of each garden every few seconds, each by the same id.

Exit code: 0 when all of that came within --bound after each kill, ownership never overlapped, and at least --requests cycles were
asked for, each of them answered, with exactly one record in garden.prune-cycles and at most one commit with its trailer. 1 when not.

  two_up.py --seed 7 --kills 5 --freezes 2 --requests 100
"""
import argparse
import collections
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from benchlib import GARDEN, ROOT, git, kill_all, lines_of, section, session, table
from members import EVERYTHING, GARDENS, SERVICES, Cluster, Member, Owners
from stream_checks import one_commit_a_cycle
from uplib import SMALL_JVM, Watch, bare_repository, clone_for_edits, deliver, end_on_signals, say, wait_until, write_config

MISSED = 15  # seconds after which the group has missed a member that does not move


class Records:
    """What committed readers have seen: titles of patterns, cycles that were asked for, and cycles that ended."""

    def __init__(self):
        self.titles, self.requests, self.cycles = {}, [], []

    def enriched(self, line, moment):
        record = json.loads(line)
        if record["value"] is not None:
            self.titles.setdefault((record["key"].split("/")[0], record["value"]["title"]), moment)

    def request(self, line, _):
        self.requests.append(json.loads(line))

    def cycle(self, line, _):
        self.cycles.append(json.loads(line))

    def asked(self):
        return collections.Counter(record["key"] for record in list(self.requests))

    def answered(self, keys):
        return set(keys) <= {record["key"] for record in list(self.cycles)}


class Steward:
    """Renames patterns of a garden, and takes their sections away, so that the next cycle has something to plant."""

    def __init__(self, name, source, folder, seed):
        self.name, self.draw, self.count = name, random.Random(f"{seed}/{name}"), 0
        self.bare = bare_repository(folder / f"{name}.git")
        self.clone = clone_for_edits(source, self.bare, folder / f"{name}-work")
        git(self.clone, "push", "-q", "origin", "main")

    def push(self, edge):
        """Pushes one edit, whatever the pruner pushes meanwhile; gives its title."""
        self.count += 1
        title = f"Edit {self.count} of {self.name}"
        file = self.draw.choice(sorted(path.name for path in (self.clone / "patterns").glob("*.md")))
        for _ in range(20):
            git(self.clone, "fetch", "-q", "origin")
            git(self.clone, "reset", "-q", "--hard", "origin/main")
            before = git(self.clone, "rev-parse", "HEAD")
            path = self.clone / "patterns" / file
            lines = lines_of(path.read_bytes())
            found = section(lines)
            text = b"".join(lines[:found[0]] + lines[found[1]:] if found else lines)
            path.write_bytes(re.sub(rb"^title: .*$", f'title: "{title}"'.encode(), text, 1, re.M))
            git(self.clone, "commit", "-q", "-a", "-m", title)
            after = git(self.clone, "rev-parse", "HEAD")
            git(self.clone, "push", "-q", "origin", "main", check=False)
            if self._pushed(after):
                deliver(edge, self.bare, before, after, f"{self.name}-{self.count}")
                return title
        raise SystemExit(f"20 pushes in a row to {self.name} were refused")

    def _pushed(self, commit):
        return subprocess.run(["git", "-C", str(self.bare), "merge-base", "--is-ancestor", commit, "main"],
                              capture_output=True).returncode == 0

    def garden_commits(self):
        """The commits of cycles, with the cycle that each names."""
        log = git(self.bare, "log", "--all", "--format=%H%x09%(trailers:key=Garden-Cycle,valueonly,separator=%x2C)")
        return [tuple(line.split("\t")) for line in log.splitlines() if line[41:]]


class Trial:
    """Two members, their gardens, and what was measured."""

    def __init__(self, arguments, folder, config):
        self.arguments, self.draw = arguments, random.Random(arguments.seed)
        self.config, self.folder = config, folder
        self.members = [Member(arguments, config, folder, name) for name in ("one", "two")]
        self.records, self.owners = Records(), Owners(self.members)
        self.rows, self.seconds, self.wrong = [], collections.defaultdict(list), []

    def await_balance(self, what):
        begin = time.monotonic()
        wait_until(self.owners.balanced, 120, f"balance {what}")
        return time.monotonic() - begin

    def ask(self, garden):
        with open(self.folder / f"prune-{garden}.log", "ab") as out:
            return subprocess.Popen([str(self.arguments.garden), "prune", garden, "now", "--timeout", "120", "--config", str(self.config)],
                                    stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
                                    env={**os.environ, "GARDEN_OPTS": SMALL_JVM})

    def round(self, number, freeze, stewards):
        self.await_balance(f"before round {number}")
        victim, other = self.draw.sample((0, 1), 2)
        before = self.draw.random() < 0.5
        gap, pause = self.draw.uniform(0, 1), self.draw.uniform(0, 3)
        held = sorted(self.owners.now[victim])
        time.sleep(pause)
        titles = self.push(stewards, victim if before else other) if before else {}
        time.sleep(gap)
        self.owners.frozen = freeze
        self.members[victim].signal(signal.SIGSTOP if freeze else signal.SIGKILL)
        moment = time.monotonic()
        asked = {garden: self.ask(garden) for garden in GARDENS}
        titles = titles or self.push(stewards, other)
        done = self.measure(moment, other, titles, asked)
        if freeze:
            time.sleep(max(0, moment + MISSED - time.monotonic()))
            self.members[victim].signal(signal.SIGCONT)
        else:
            self.members[victim].start()
        settled = self.await_balance(f"after round {number}")
        self.owners.frozen = False
        self.tell(number, freeze, victim, before, held, done, settled)

    def push(self, stewards, member):
        return {each.name: each.push(self.members[member].up.edge) for each in stewards}

    def measure(self, moment, other, titles, asked):
        """Seconds since the moment: owner, and by garden enriched and pruned; None for what did not come."""
        done = dict.fromkeys(["owner", *(f"{what} {garden}" for garden in GARDENS for what in ("enriched", "pruned"))])
        try:
            while None in done.values() and time.monotonic() < moment + 4 * self.arguments.bound:
                if done["owner"] is None and self.owners.now[other] == EVERYTHING:
                    done["owner"] = time.monotonic() - moment
                for garden in GARDENS:
                    seen = self.records.titles.get((garden, titles[garden]))
                    if seen is not None:
                        done[f"enriched {garden}"] = max(0.0, seen - moment)
                    if done[f"pruned {garden}"] is None and asked[garden].poll() is not None:
                        done[f"pruned {garden}"] = time.monotonic() - moment
                        if asked[garden].returncode != 0:
                            self.wrong.append(f"garden prune {garden} now ended with {asked[garden].returncode}")
                time.sleep(0.05)
        finally:
            for process in asked.values():
                kill_all(session(process.pid))
                process.wait()
        return done

    def tell(self, number, freeze, victim, before, held, done, settled):
        kind = "freeze" if freeze else "kill"
        for name, seconds in done.items():
            if seconds is None or seconds > self.arguments.bound:
                self.wrong.append(f"round {number} ({kind}): {name} took {'for ever' if seconds is None else f'{seconds:.1f} s'}")
            if seconds is not None:
                self.seconds[kind, name.split()[0]].append(seconds)
        shown = [f"{seconds:.1f}" if seconds is not None else "never" for seconds in done.values()]
        owned = ", ".join(f"{service} {garden}" for garden, service in sorted(held, key=lambda one: SERVICES.index(one[1])))
        row = (number, kind, self.members[victim].name, "before" if before else "behind", owned, *shown, f"{settled:.1f}")
        say(" ".join(map(str, row)))
        self.rows.append(row)

    def judge(self, stewards):
        """Waits until enough was asked for and all of that is answered, then counts."""
        records = self.records
        wait_until(lambda: len(records.asked()) >= self.arguments.requests, 600, "requests", every=0.5)
        requests = list(records.requests)
        asked = collections.Counter(request["key"] for request in requests)
        with contextlib.suppress(SystemExit):
            wait_until(lambda: records.answered(asked), 60, "answers", every=0.5)
        for member in self.members:
            member.stop()
        time.sleep(2)
        cycles, commits = list(records.cycles), [commit for each in stewards for commit in each.garden_commits()]
        self.wrong += one_commit_a_cycle(cycles, requests, commits)
        outcomes = collections.Counter(cycle["value"]["outcome"] for cycle in cycles)
        self.wrong += [f"{outcomes[bad]} cycles came to {bad}" for bad in ("FAILED", "PUSH_REJECTED", "FOREIGN_BRANCH") if outcomes[bad]]
        for (moment, (garden, service)) in self.owners.overlaps[:10]:
            self.wrong.append(f"{service} of {garden} had two owners at {moment:.1f}")
        print(f"{len(asked)} cycles asked for, {sum(count > 1 for count in asked.values())} of them by both members; {len(cycles)} records of "
              f"{len({cycle['key'] for cycle in cycles})} cycles: {', '.join(f'{name} {count}' for name, count in sorted(outcomes.items()))}; "
              f"{len(commits)} commits; {len(self.owners.overlaps)} overlaps of owners\n")

    def report(self):
        table(self.rows, ("", "what", "member", "push", "it owned", "owner", *(f"{what} {garden}" for garden in GARDENS
                                                                         for what in ("enriched", "pruned")), "balance"))
        print()
        table([(kind, what, len(values), *(f"{figure:.1f}" for figure in (min(values), statistics.median(values), max(values))))
               for (kind, what), values in sorted(self.seconds.items())], ("after a", "seconds until", "", "least", "median", "most"))


def run(arguments, folder):
    source = folder / "sample"
    subprocess.run([sys.executable, ROOT / "bench" / "make_repository.py", ROOT / "sample", source], check=True, stdout=sys.stderr)
    stewards = [Steward(name, source, folder, arguments.seed) for name in GARDENS]
    with Cluster(arguments, folder / "cluster") as cluster:
        config = write_config(folder, {each.name: each.bare for each in stewards}, [
            f"kafka: {{ bootstrap.servers: '{cluster.bootstrap}' }}", f"schema-registry.url: '{cluster.registry}'",
            "topics.garden-partitions: 2", f"prune: {{ publish: direct, schedule: '{arguments.schedule}' }}", *arguments.option])
        trial = Trial(arguments, folder, config)
        try:
            for member in trial.members:
                member.start()
            trial.owners.start()
            one = trial.members[0].up
            with Watch(one, "enriched-patterns", trial.records.enriched), \
                    Watch(one, "prune-requests", trial.records.request, "--from-beginning"), \
                    Watch(one, "prune-cycles", trial.records.cycle, "--from-beginning"):
                say(f"two members run; balanced after {trial.await_balance('at the start'):.1f} s more")
                kinds = [False] * arguments.kills + [True] * arguments.freezes
                trial.draw.shuffle(kinds)
                for number, freeze in enumerate(kinds, 1):
                    trial.round(number, freeze, stewards)
                trial.owners.stop()
                trial.judge(stewards)
        finally:
            for member in trial.members:
                member.stop()
        trial.report()
    return trial.wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--freezes", type=int, default=1)
    parser.add_argument("--requests", type=int, default=100, help="cycles to be asked for at least (default: %(default)s)")
    parser.add_argument("--bound", type=float, default=20, help="seconds after a kill (default: %(default)s)")
    parser.add_argument("--schedule", default="0/5 * * * * ?", help="of both gardens on both members (default: %(default)s)")
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN, help="the launcher (default: this repository's)")
    parser.add_argument("--option", action="append", default=[], help="a further line of the members' configuration")
    parser.add_argument("--keep", action="store_true", help="keep the folder with the logs")
    arguments = parser.parse_args()
    arguments.garden = arguments.garden.resolve()
    end_on_signals()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="two-up-"))
    wrong = ["it did not come to its end"]
    try:
        wrong = run(arguments, folder)
    finally:
        if arguments.keep or wrong:
            say(f"logs in {folder}")
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n" + "\n".join(wrong) if wrong else f"\nseed {arguments.seed}: all of it held")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
