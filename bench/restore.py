#!/usr/bin/env python3
"""Shows that Git is the memory: deletes the whole state folder of `garden up`, and everything comes back from the repository.

A bare repository of the sample garden is imported, people push edits, cycles commit to the branch itself until one finds nothing
to change. Then `up` is stopped, its state folder deleted (topics, schemas, stores, clones, embeddings, ports), and `up` started
again. Compared: the enriched record of every pattern, all of it but `cut`, `epoch` and `commit`, which say when and in which
order things were seen; and the next cycle, on the same date, has nothing to change.
Exit code: 0 all came back, 1 something did not, 2 usage.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile
import time

from benchlib import git
from restarts import Reader, RestartedUp, arguments_of
from steward import Steward, library, slug_of
from stream_checks import newest
from uplib import end_on_signals, say

BRANCH = "refs/heads/main"
PASSING = ("cut", "epoch", "commit")
PATIENCE = 120
CYCLES = 5


def content(records):
    """Slug -> the enriched record without what tells of its making; tombstones left out."""
    return {key.split("/", 1)[1]: {field: value for field, value in record["value"].items() if field not in PASSING}
            for key, record in newest(records).items() if record["value"] is not None}


def differences(before, after):
    """One line for each pattern that is not as it was."""
    wrong = [f"{slug} is {'missing' if slug in before else 'new'}" for slug in sorted(before.keys() ^ after.keys())]
    for slug in sorted(before.keys() & after.keys()):
        fields = [field for field in before[slug] if before[slug][field] != after[slug].get(field)]
        wrong += [f"{slug} differs in {', '.join(fields)}"] if fields else []
    return wrong


class Garden:
    """The library and the `up` that tends it."""

    def __init__(self, arguments, folder):
        self.bare, self.work = library(arguments.patterns, folder)
        self.up = RestartedUp(folder, self.bare, ("prune.publish: direct",), arguments.garden, arguments.registry_cache)
        self.steward = Steward(self.up, self.work, arguments.seed, share_hinted=1.0)

    def head(self):
        return git(self.bare, "rev-parse", BRANCH)

    def start(self):
        begin = time.monotonic()
        self.up.start()
        if not self.up.await_ready(PATIENCE):
            raise SystemExit(f"garden up is not ready within {PATIENCE} s; see {self.up.log}")
        enriched = self.enriched()
        return enriched, time.monotonic() - begin

    def enriched(self):
        """What is enriched once the head is closed and every pattern of it is there."""
        deadline = time.monotonic() + PATIENCE
        addresses = self.up.addresses()
        closed, enriched = Reader(self.up, addresses, "pushes-closed"), Reader(self.up, addresses, "enriched-patterns")
        slugs = {slug_of(path.read_text()) for path in self.checkout().rglob("*.md")}
        try:
            while time.monotonic() < deadline:
                pushes = closed.values()
                if pushes and pushes[-1]["value"]["commit"] == self.head() and content(enriched.values()).keys() == slugs:
                    enriched.await_quiet(4)
                    return content(enriched.values())
                time.sleep(0.2)
        finally:
            closed.close()
            enriched.close()
        raise SystemExit(f"the head is not reflected within {PATIENCE} s; see {self.up.log}")

    def checkout(self):
        git(self.work, "fetch", "-q", "origin")
        git(self.work, "reset", "-q", "--hard", "origin/main")
        return self.work / "patterns"

    def prune(self):
        """Runs a cycle; whether it made a commit."""
        before = self.head()
        code, printed = self.up.command("prune", "sample", "now", timeout=PATIENCE)
        if code != 0:
            raise SystemExit(f"the cycle ended with {code}: {printed}")
        return self.head() != before

    def prune_until_settled(self):
        for number in range(1, CYCLES + 1):
            if not self.prune():
                return number
            self.enriched()
        raise SystemExit(f"{CYCLES} cycles in a row made a commit")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pushes", type=int, default=8, help="how many pushes of people there are before")
    arguments = arguments_of(parser)
    end_on_signals()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="restore-"))
    garden, wrong = Garden(arguments, folder), ["it did not come to an end"]
    try:
        _, first = garden.start()
        say(f"imported, {first:.1f} s after the start")
        for _ in range(arguments.pushes):
            garden.steward.push_once()
        garden.enriched()
        cycles = garden.prune_until_settled()
        before, head = garden.enriched(), garden.head()
        say(f"{arguments.pushes} pushes and {cycles} cycles later")
        garden.up.stop()
        shutil.rmtree(garden.up.state)
        after, again = garden.start()
        wrong = differences(before, after)
        if garden.prune():
            wrong.append(f"the next cycle made a commit: {git(garden.bare, 'show', '--stat', '--format=%s', BRANCH)}")
        print(f"{len(before)} patterns, head {head[:12]}, {cycles} cycles; state deleted; all of it back {again:.1f} s after the start "
              f"(first import: {first:.1f} s)")
        garden.up.stop()
    finally:
        garden.up.kill_rest()
        if arguments.keep or wrong:
            say(f"logs, state and repository in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    for line in wrong[:50]:
        print(f"DIFFERENT {line}")
    print(f"seed {arguments.seed}: {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
