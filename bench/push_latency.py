#!/usr/bin/env python3
"""Measures how soon a pushed edit can be read as an enriched record, while `garden up` runs on a library.

A bare repository is made of SOURCE (a folder, a tar.gz, or a repository), `garden up` imports it as one garden, and then
N times one pattern's body is edited (a sentence added, dropped, or a word changed; the seed chooses), committed and pushed
with git, and the forge's signed webhook sent right behind it. A push is done when a committed reader, a `garden watch
enriched-patterns --json` whose lines are time-stamped on arrival, shows the pattern at that commit or a later one.

Pushes are paced: the next one a drawn 0.5 to 2 s behind the record of the one before. So a slow answer holds the next push back,
and that time is left out (coordinated omission). `--rate R` pushes R times a second whatever happens; a figure counted from the
moment at which the push was due shows the delay then.

The second table: the same library is pushed into another garden's empty repository, whose own webhook says so, and pushes to the
first garden go on until everything of the other one is inferred. `--cold` forgets the cached embeddings before that.

Exit code: 0 when the first table's p99 since the push is within --bound, 1 when not, 2 usage. The second table has no bound
unless --import-bound is given.

  push_latency.py LIBRARY.tar.gz --pushes 200 --seed 7 --json latency.json
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from benchlib import GARDEN, front_matter, git, lines_of, table
from uplib import (Up, Watch, bare_repository, clone_for_edits, deliver, end_on_signals, say, wait_until, write_config)

HERE = pathlib.Path(__file__).parent
EDITED, OTHER = "edited", "imported"
PERCENTILES = (50, 90, 95, 99)
KEY = re.compile(rb'"key":"([^/"]+)/([^"]+)"')
COMMIT = re.compile(rb'"commit":"([0-9a-f]{40})"')
PATH = re.compile(rb'"path":"([^"]+)"')
CHANGES = re.compile(rb'"changes":(\d+)')
SENTENCE = re.compile(r"[A-Z][^.!?\n|*#`\[\]<>]{30,200}[.!?](?= |\n|$)")


def percentile(values, share):
    """The smallest value that `share` percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def body_start(lines):
    bounds = front_matter(lines)
    return bounds[1] + 1 if bounds else len(lines)


def edited(draw, data, donor):
    """A file with one sentence of its body dropped, replaced by the donor's, or followed by one; None when it has no prose."""
    lines = lines_of(data)
    start = body_start(lines)
    head, body = b"".join(lines[:start]), b"".join(lines[start:]).decode("utf-8", "surrogateescape")
    foreign = SENTENCE.findall(b"".join(lines_of(donor)[body_start(lines_of(donor)):]).decode("utf-8", "replace"))
    own = list(SENTENCE.finditer(body))
    if not own or not foreign:
        return None
    at, new = draw.choice(own), draw.choice(foreign)
    text = {"add": f"{at.group()} {new}", "drop": "", "replace": new}[draw.choice(("add", "drop", "replace"))]
    changed = head + (body[:at.start()] + text + body[at.end():]).encode("utf-8", "surrogateescape")
    return None if changed == data else changed


class Push:
    """One push and when what happened; moments are seconds of the monotonic clock."""

    def __init__(self, slug, number):
        self.slug, self.number, self.due, self.phase = slug, number, None, ""
        self.pushed = self.sent = self.answered = None
        self.closed = self.profiled = self.enriched = None

    def figures(self):
        since = {"since due": (self.due, self.enriched), "since push": (self.pushed, self.enriched),
                 "since webhook": (self.sent, self.enriched), "webhook answered": (self.sent, self.answered),
                 "push closed": (self.sent, self.closed), "profile": (self.closed, self.profiled),
                 "enriched behind closed": (self.closed, self.enriched)}
        return {name: end - begin for name, (begin, end) in since.items() if begin is not None and end is not None}


class Reader:
    """What committed readers have seen, of both gardens."""

    def __init__(self):
        self.lock = threading.Condition()
        self.paths = {}
        self.enriched = {EDITED: set(), OTHER: set()}
        self.imported = {}
        self.order = {}
        self.waiting = []

    def expect(self, push, commit):
        with self.lock:
            self.order[commit] = push.number
            self.waiting.append(push)

    def _reached(self, line, moment, stage, slug=None):
        number = self.order.get(COMMIT.search(line).group(1).decode(), -1)
        for push in self.waiting:
            if push.number <= number and getattr(push, stage) is None and slug in (None, push.slug):
                setattr(push, stage, moment)

    def heard_closed(self, line, moment):
        garden = KEY.search(line).group(1).decode()
        with self.lock:
            self.imported.setdefault(garden, int(CHANGES.search(line).group(1)))
            if garden == EDITED:
                self._reached(line, moment, "closed")

    def heard_profile(self, line, moment):
        with self.lock:
            self._reached(line, moment, "profiled", KEY.search(line).group(2).decode())

    def heard_enriched(self, line, moment):
        garden, slug = (part.decode() for part in KEY.search(line).groups())
        with self.lock:
            self.enriched[garden].add(slug)
            if garden == EDITED and COMMIT.search(line):
                self.paths[slug] = PATH.search(line).group(1).decode()
                self._reached(line, moment, "enriched", slug)
                self.waiting = [push for push in self.waiting if push.enriched is None]
            self.lock.notify_all()

    def complete(self, garden):
        """Whether every pattern of the garden's import is enriched."""
        with self.lock:
            return garden in self.imported and len(self.enriched[garden]) >= self.imported[garden]

    def wait_for(self, push, seconds):
        with self.lock:
            return self.lock.wait_for(lambda: push.enriched is not None, seconds)


class Steward:
    """Edits, commits and pushes, and plays the forge."""

    def __init__(self, arguments, up, bare, clone, reader):
        self.up, self.bare, self.clone, self.reader, self.arguments = up, bare, clone, reader, arguments
        self.draw = random.Random(arguments.seed)
        self.slugs = sorted(reader.paths)
        self.pushes = []
        self.next_due = None

    def prepare(self):
        """Commits one edit; nothing is pushed."""
        while True:
            slug, other = self.draw.choice(self.slugs), self.draw.choice(self.slugs)
            file = self.clone / self.reader.paths[slug]
            new = edited(self.draw, file.read_bytes(), (self.clone / self.reader.paths[other]).read_bytes())
            if new is not None:
                break
        before = git(self.clone, "rev-parse", "HEAD")
        file.write_bytes(new)
        git(self.clone, "commit", "-q", "-m", f"Edit {slug}", "--", self.reader.paths[slug])
        return Push(slug, len(self.pushes)), before, git(self.clone, "rev-parse", "HEAD")

    def push(self, phase):
        push, before, after = self.prepare()
        push.phase = phase
        if self.arguments.rate:
            now = time.monotonic()
            self.next_due = now if self.next_due is None else self.next_due + 1 / self.arguments.rate
            push.due = self.next_due
            time.sleep(max(0.0, push.due - now))
        self.reader.expect(push, after)
        self.pushes.append(push)
        git(self.clone, "push", "-q", "origin", "main")
        push.pushed = push.sent = time.monotonic()
        status = deliver(self.up.edge, self.bare, before, after, str(push.number))
        push.answered = time.monotonic()
        if status != 202:
            raise SystemExit(f"the webhook was answered with {status}")
        if not self.arguments.rate:
            self.settle(push)
            time.sleep(self.draw.uniform(*self.arguments.pause))

    def settle(self, push):
        if not self.reader.wait_for(push, self.arguments.patience):
            raise SystemExit(f"push {push.number} was not enriched within {self.arguments.patience:.0f} s")

    def go_on(self, phase, until):
        """Pushes until there is nothing more to wait for; a push that is counted began before that."""
        self.next_due = None
        while not until():
            self.push(phase)
        for push in self.pushes:
            self.settle(push)


def distribution(pushes):
    """Rows of the table: figure, count, percentiles, largest, in milliseconds."""
    figures = {}
    for push in pushes:
        for name, seconds in push.figures().items():
            figures.setdefault(name, []).append(seconds * 1000)
    return [(name, len(values), *(f"{percentile(values, share):.0f}" for share in PERCENTILES), f"{max(values):.0f}")
            for name, values in figures.items()]


def report(title, pushes):
    print(f"\n{title}\n")
    table(distribution(pushes), ("milliseconds", "pushes", *(f"p{share}" for share in PERCENTILES), "max"))
    sys.stdout.flush()


def library(source, folder):
    """The source as a repository: itself when it is one, else made anew."""
    if (source / ".git").exists() or (source / "HEAD").exists():
        return source
    subprocess.run([sys.executable, HERE / "make_repository.py", source, folder], check=True, stdout=sys.stderr)
    return folder


def import_other(arguments, up, bare, clone):
    """Brings the other garden into being, as its forge would tell."""
    if arguments.cold:
        for cached in pathlib.Path(up.state).rglob("embeddings"):
            shutil.rmtree(cached)
    git(clone, "push", "-q", str(bare), f"{arguments.first}:refs/heads/main")
    deliver(up.edge, bare, "0" * 40, arguments.first)


def measure(arguments, folder):
    source = library(arguments.source, folder / "source")
    bare, other = bare_repository(folder / f"{EDITED}.git"), bare_repository(folder / f"{OTHER}.git")
    clone = clone_for_edits(source, bare, folder / "clone")
    arguments.first = git(clone, "rev-parse", "HEAD")
    git(clone, "push", "-q", "origin", "main")
    config = write_config(folder, {EDITED: bare, OTHER: other}, arguments.option)
    reader = Reader()
    begin = time.monotonic()
    with Up(arguments.garden, config, folder / "state", folder / "up.log") as up, \
            Watch(up, "pushes-closed", reader.heard_closed, "--from-beginning"), \
            Watch(up, "enriched-patterns", reader.heard_enriched, "--from-beginning"):
        say(f"importing; log in {up.log}")
        wait_until(lambda: reader.complete(EDITED), arguments.patience * 10, "whole import", up.process)
        say(f"imported {reader.imported[EDITED]} patterns, enriched after {time.monotonic() - begin:.0f} s")
        with Watch(up, "pattern-profiles", reader.heard_profile, "--garden", EDITED):
            steward = Steward(arguments, up, bare, clone, reader)
            steward.go_on("warm-up", lambda: len(steward.pushes) >= arguments.warm_up)
            first = len(steward.pushes)
            steward.go_on("alone", lambda: len(steward.pushes) >= first + arguments.pushes)
            alone = steward.pushes[first:]
            report(f"{reader.imported[EDITED]} patterns, {len(alone)} pushes, seed {arguments.seed}", alone)
            during = []
            if not arguments.no_import:
                say("another garden is imported")
                begin, first = time.monotonic(), len(steward.pushes)
                import_other(arguments, up, other, clone)
                steward.go_on("import", lambda: reader.complete(OTHER) or time.monotonic() - begin > arguments.patience * 10)
                during = steward.pushes[first:]
                took = time.monotonic() - begin
                report(f"while another garden of {reader.imported.get(OTHER)} patterns was imported and inferred ({took:.0f} s)", during)
    return alone, during


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=pathlib.Path, help="the library: a folder, a tar.gz or a repository, which is only read")
    parser.add_argument("--pushes", type=int, default=200)
    parser.add_argument("--warm-up", type=int, default=5, help="pushes before, which do not count (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, help="pushes a second, whatever happens")
    parser.add_argument("--pause", type=float, nargs=2, default=(0.5, 2.0), metavar=("LEAST", "MOST"), help="seconds between pushes")
    parser.add_argument("--bound", type=float, default=2.0, help="seconds for p99 since the push (default: %(default)s)")
    parser.add_argument("--import-bound", type=float, help="the same for the second table")
    parser.add_argument("--no-import", action="store_true", help="leave the second table out")
    parser.add_argument("--cold", action="store_true", help="the other garden's embeddings are not cached")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds for one push; an import may take ten times as long")
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN, help="the launcher (default: this repository's)")
    parser.add_argument("--option", action="append", default=[], help="a line for garden.yaml, such as --option='topics.garden-partitions: 2'")
    parser.add_argument("--json", type=pathlib.Path, help="write every push's figures there, in seconds")
    parser.add_argument("--keep", action="store_true", help="keep the folder with logs and state")
    arguments = parser.parse_args()
    arguments.garden, arguments.source = arguments.garden.resolve(), arguments.source.resolve()
    end_on_signals()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="push-latency-"))
    try:
        alone, during = measure(arguments, folder)
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    if arguments.json:
        rows = [{"phase": push.phase, "slug": push.slug, **push.figures()} for push in alone + during]
        arguments.json.write_text(json.dumps({"seed": arguments.seed, "rate": arguments.rate, "pushes": rows}, indent=1) + "\n")
    fine = within(alone, arguments.bound) and (arguments.import_bound is None or within(during, arguments.import_bound))
    print(f"\nfirst table's p99 since the push: bound {arguments.bound:.1f} s: {'held' if fine else 'NOT held'}")
    return 0 if fine else 1


def within(pushes, bound):
    return bool(pushes) and percentile([push.figures()["since push"] for push in pushes], 99) <= bound


if __name__ == "__main__":
    sys.exit(main())
