#!/usr/bin/env python3
"""Lets five people push to one branch all the time while the pruner commits to the same branch, and shows that nothing is lost.

A `garden up` tends a synthetic library (`synthetic_garden.py`) in a bare repository, *directly*; a first cycle in peace plants sections. Each writer has a clone and files
of their own: they edit bodies, write a mark into the reason of an inferred link (which pins it), take a link out (which rejects it), and
add patterns; whoever comes too late makes the same edit on the newer head. Every push is told by a signed webhook. Meanwhile cycles are
asked for, one after the other; each is timed from the asking to its commit, as Git's first-parent history has it.

Checked against the history of the branch: every push of a writer is in it, in order; each file stands in the head as its writer left
it, byte for byte outside the section; inside it each mark stands, and each link that was taken out does not; each garden commit has one
parent and touches nothing but sections; each cycle was run once and made one commit at most; at least 95 % of the cycles that were asked
for have landed within the bound.

Exit code: 0 all holds, 1 something does not, 2 usage.

  five_writers.py --cycles 10 --seed 7
"""
import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time

from benchlib import ROOT, contents, git, kill_all, lines_of, section, session, table, tree
from check_untouched import judge
from steward import NEW, WORDS, people_git, sentence
from uplib import SMALL_JVM, Up, add_common_options, bare_repository, deliver, exit_code, in_own_folder, say, wait_until, write_config

GARDEN = "library"
BRANCH = "refs/heads/main"
SHARE = 0.95


class Writer(threading.Thread):
    """One of them. `files` holds what each file of theirs should say: (bytes as last pushed, marks, targets taken out)."""

    def __init__(self, number, clone, bare, edge, files, arguments):
        super().__init__(daemon=True)
        self.number, self.clone, self.bare, self.edge = number, clone, bare, edge
        self.draw, self.pause = random.Random(arguments.seed * 100 + number), arguments.pause
        self.files = {path: None for path in files}
        self.marks, self.taken = {path: set() for path in files}, {path: set() for path in files}
        self.pushed, self.raced, self.troubles, self.count = [], 0, [], 0
        self.stopping = threading.Event()

    def run(self):
        while not self.stopping.wait(self.draw.uniform(0, 2 * self.pause)):
            try:
                self.push()
            except Exception as problem:  # pylint: disable=broad-except
                self.troubles.append(f"writer {self.number}: {problem!r}")
                return

    def push(self):
        self.count += 1
        seed = self.draw.random()
        for _ in range(200):
            people_git(self.clone, "fetch", "-q", "origin")
            people_git(self.clone, "reset", "-q", "--hard", "origin/main")
            before = people_git(self.clone, "rev-parse", "HEAD")
            path, data, mark, taken = self.edit(random.Random(seed))
            people_git(self.clone, "add", "-A")
            people_git(self.clone, "commit", "-q", "-m", f"Writer {self.number}, edit {self.count}")
            if people_git(self.clone, "push", "-q", "origin", "HEAD:main", check=False) is not None:
                break
            self.raced += 1
        else:
            raise RuntimeError("200 attempts in a row were refused")
        after = people_git(self.clone, "rev-parse", "HEAD")
        self.files[path] = data
        if mark:
            self.marks.setdefault(path, set()).add(mark)
        if taken:
            self.taken.setdefault(path, set()).add(taken)
        self.pushed.append((path, before, after))
        deliver(self.edge, self.bare, before, after, f"writer-{self.number}-{self.count}")

    def edit(self, draw):
        """Changes one file of the clone: (path, bytes, mark put into its section or None, target taken out of it or None)."""
        if draw.random() < 0.12:
            slug = f"{draw.choice(WORDS)}-{draw.choice(WORDS)}-{self.number}-{self.count}"
            words = [sentence(draw, length) for length in (14, 60, 20)]
            text = NEW.format(slug=slug, title=slug.replace("-", " ").title(), summary=words[0], domain=draw.choice(WORDS),
                              other=draw.choice(WORDS), problem=words[1], therefore=words[2])
            path, data = f"new/{slug}.md", text.encode()
            (self.clone / path).parent.mkdir(exist_ok=True)
            (self.clone / path).write_bytes(data)
            return path, data, None, None
        path = draw.choice(sorted(self.files))
        data = (self.clone / path).read_bytes()
        mark = taken = None
        kind = draw.random()
        if kind < 0.2:
            mark = f"[{self.number}.{self.count}]"
            marked = marked_in(data, mark, self.marks.get(path, ()))
            data, mark = (marked, mark) if marked else (data, None)
        elif kind < 0.3:
            found = taken_out(data, self.marks.get(path, ()))
            data, taken = found or (data, None)
        if mark is None and taken is None:
            data = data.rstrip(b"\n") + f"\n\n{sentence(draw, 12)} ({self.number}.{self.count})\n".encode()
        (self.clone / path).write_bytes(data)
        return path, data, mark, taken

    def stop(self):
        self.stopping.set()


def links_of(data):
    """The lines of each link of a section that is written in block style: (target, first line, line behind the last)."""
    lines = lines_of(data)
    found = section(lines)
    links, inside = [], False
    for number in range(*(found or (0, 0))):
        line = lines[number]
        if re.match(rb"  \w+:", line):
            inside = line.startswith(b"  inferred_links:")
        start = inside and re.match(rb" +- target: *[\"']?([^\s\"']+)", line)
        if start:
            links.append([start.group(1).decode(), number, number + 1])
        elif inside and links and re.match(rb" {5,}\w", line):
            links[-1][2] = number + 1
    return lines, links


def marked_in(data, mark, marks):
    """The file with the mark in the reason of its first link that has none; None when there is no such link."""
    lines, links = links_of(data)
    for _, first, end in links:
        if any(each.encode() in line for line in lines[first:end] for each in marks):
            continue
        for number in range(first, end):
            if re.match(rb' +reason: ".*"\s*$', lines[number]):
                lines[number] = re.sub(rb'"(\s*)$', f' {mark}"'.encode() + rb"\1", lines[number])
                return b"".join(lines)
    return None


def taken_out(data, marks):
    """The file without its last link, and that link's target; None when it has fewer than two, or the last one is marked."""
    lines, links = links_of(data)
    if len(links) < 2 or any(mark.encode() in line for line in lines[links[-1][1]:links[-1][2]] for mark in marks):
        return None
    target, first, end = links[-1]
    return b"".join(lines[:first] + lines[end:]), target


def survived(writers, head):
    """What is not as the writers left it. `head`: path -> bytes."""
    wrong = []
    for writer in writers:
        for path, data in writer.files.items():
            now = head.get(path)
            if now is None:
                wrong.append(f"{path} of writer {writer.number} is gone")
                continue
            if data is not None and data != now and judge(data, now)[0] == "foreign":
                wrong.append(f"{path} is not as writer {writer.number} left it")
            wrong += [f"{path}: the mark {mark} of writer {writer.number} is gone"
                      for mark in sorted(writer.marks.get(path, ())) if mark.encode() not in now]
            standing = {target for target, *_ in links_of(now)[1]}
            wrong += [f"{path}: the link to {target} is back, which writer {writer.number} took out"
                      for target in sorted(writer.taken.get(path, set()) & standing)]
    return wrong


def in_history(writers, history):
    """Every push is on the branch, each writer's in the order in which they were made. `history`: first parents, oldest first."""
    place, wrong = {commit: number for number, commit in enumerate(history)}, []
    for writer in writers:
        last = -1
        for _, _, commit in writer.pushed:
            at = place.get(commit)
            if at is None or at <= last:
                wrong.append(f"the push {commit[:12]} of writer {writer.number} is {'not' if at is None else 'at another place'} on the branch")
            last = at if at is not None else last
    return wrong


def in_time(seconds, bound):
    """Whether enough cycles landed within the bound; None stands for one that did not."""
    return sum(each is not None and each <= bound for each in seconds) >= SHARE * len(seconds)


class Cycles:
    """Asks for one cycle after the other."""

    def __init__(self, up, bare, arguments):
        self.up, self.bare, self.arguments, self.rows, self.seconds = up, bare, arguments, [], []

    def run(self, writers):
        for number in range(1, self.arguments.cycles + 1):
            pushes, known = sum(len(writer.pushed) for writer in writers), {commit for commit, _ in garden_commits(self.bare)}
            begin = time.monotonic()
            code, landed = self.ask(known)
            new = [commit for commit, _ in garden_commits(self.bare) if commit not in known]
            files = len(git(self.bare, "diff", "--name-only", f"{new[0]}^", new[0]).split("\n")) if new else 0
            ended = time.monotonic() - begin
            self.seconds.append(landed if new and code == 0 else None)
            during = sum(len(writer.pushed) for writer in writers) - pushes
            self.rows.append((number, code, new[0][:12] if new else "none", files, f"{landed:.1f}" if landed else "-", f"{ended:.1f}", during))
            say(f"cycle {number}: exit code {code}, {files} files in {ended:.1f} s, {during} pushes meanwhile")
            time.sleep(self.arguments.between)

    def ask(self, known):
        """Asks and waits; gives the exit code and the seconds until the commit stood on the branch."""
        line = [str(self.up.garden), "prune", GARDEN, "now", "--allow-refused", "--timeout", "180", "--config", str(self.up.config),
                "--state", str(self.up.state)]
        begin, landed = time.monotonic(), None
        with open(f"{self.up.log}.prune", "ab") as out:
            asker = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
                                     env={**os.environ, "GARDEN_OPTS": SMALL_JVM})
        while asker.poll() is None and time.monotonic() - begin < 240:
            if landed is None and any(commit not in known for commit, _ in garden_commits(self.bare)):
                landed = time.monotonic() - begin
            time.sleep(0.25)
        if asker.poll() is None:
            kill_all(session(asker.pid))
        return asker.wait(), landed or time.monotonic() - begin


def garden_commits(repository):
    """(commit, cycle) of the branch, newest first."""
    log = git(repository, "log", "--first-parent", "--format=%H %(trailers:key=Garden-Cycle,valueonly,separator=%x2C)", BRANCH)
    return [tuple(line.split(" ", 1)) for line in log.splitlines() if line[41:]]


def library(arguments, folder, bare):
    """Pushes the library; gives the paths of its files."""
    source, work = folder / "source", folder / "begin"
    subprocess.run([sys.executable, ROOT / "bench" / "synthetic_garden.py", str(source), "--patterns", str(arguments.patterns),
                    "--seed", str(arguments.seed)], check=True, capture_output=True)
    people_git(folder, "init", "-q", "-b", "main", str(source))
    people_git(source, "add", "-A")
    people_git(source, "commit", "-q", "-m", "Begin")
    people_git(source, "push", "-q", str(bare), "HEAD:main")
    source.rename(work)
    return sorted(path.relative_to(work).as_posix() for path in work.rglob("*.md"))


def writers_of(arguments, folder, bare, edge, paths):
    writers = []
    for number in range(1, arguments.writers + 1):
        clone = folder / f"writer-{number}"
        people_git(folder, "clone", "-q", str(bare), str(clone))
        people_git(clone, "config", "gc.auto", "0")
        writers.append(Writer(number, clone, bare, edge, paths[number - 1::arguments.writers], arguments))
    return writers


def verdict(arguments, bare, writers, cycles):
    head = tree(bare, BRANCH)
    bytes_of = contents(bare, [entry[1] for entry in head.values()])
    history = git(bare, "rev-list", "--reverse", "--first-parent", BRANCH).split()
    wrong = [trouble for writer in writers for trouble in writer.troubles]
    wrong += in_history(writers, history)
    wrong += survived(writers, {path: bytes_of[entry[1]] for path, entry in head.items()})
    commits = garden_commits(bare)
    names = [cycle for _, cycle in commits]
    wrong += [f"cycle {name} made {names.count(name)} commits" for name in sorted(set(names)) if names.count(name) > 1]
    for commit, _ in commits:
        done = subprocess.run([sys.executable, ROOT / "bench" / "check_untouched.py", bare, f"{commit}^", commit, "--quiet"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0 or len(git(bare, "log", "-1", "--format=%P", commit).split()) != 1:
            wrong.append(f"{commit[:12]} touched foreign bytes: {done.stdout.strip()[:200]}")
    if any(each is None for each in cycles.seconds):
        wrong.append(f"{cycles.seconds.count(None)} of {len(cycles.seconds)} cycles did not land")
    if not in_time(cycles.seconds, arguments.bound):
        wrong.append(f"fewer than {SHARE:.0%} of the cycles landed within {arguments.bound:.0f} s")
    return wrong


def run(arguments, folder):
    bare = bare_repository(folder / "library.git")
    paths = library(arguments, folder, bare)
    config = write_config(folder, {GARDEN: bare}, ["prune.publish: direct", "inference.embedding: false", *arguments.option], poll="10s")
    with Up(arguments.garden, config, folder / "state", folder / "up.log") as up:
        writers = writers_of(arguments, folder, bare, up.edge, paths)
        cycles = Cycles(up, bare, arguments)
        # One cycle in peace, as soon as all is imported: it plants the sections that the writers edit.
        wait_until(lambda: cycles.ask(set())[0] == 0, 300, f"first cycle; see {up.log}.prune", up.process, every=2)
        for writer in writers:
            writer.start()
        begin = time.monotonic()
        try:
            wait_until(lambda: all(len(writer.pushed) > 2 for writer in writers), 120, "first pushes", up.process)
            cycles.run(writers)
        finally:
            for writer in writers:
                writer.stop()
        for writer in writers:
            writer.join(60)
        took = time.monotonic() - begin
    wrong = verdict(arguments, bare, writers, cycles)
    table(cycles.rows, ("cycle", "exit code", "commit", "files", "landed after, s", "answered after, s", "pushes meanwhile"))
    print()
    pushes, landed = sum(len(writer.pushed) for writer in writers), [each for each in cycles.seconds if each is not None]
    table([("pushes of people", f"{pushes} in {took:.0f} s, {pushes / took:.1f} a second; made again {sum(writer.raced for writer in writers)} times"),
           ("marks put into sections, links taken out, patterns added", ", ".join(str(sum(len(each) for writer in writers for each in found(writer)))
            for found in (lambda writer: writer.marks.values(), lambda writer: writer.taken.values(),
                          lambda writer: [[path for path in writer.files if path.startswith("new/")]]))),
           ("cycles landed", f"{len(landed)} of {len(cycles.seconds)}"),
           ("seconds until landed", f"{statistics.median(landed):.1f} in the middle, {max(landed):.1f} at most" if landed else "-"),
           ("seconds until landed, bound", f"{SHARE:.0%} within {arguments.bound:.0f}")], ("what", "figure"))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--writers", type=int, default=5)
    parser.add_argument("--cycles", type=int, default=10)
    parser.add_argument("--patterns", type=int, default=300)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between a writer's pushes, in the middle (default: %(default)s)")
    parser.add_argument("--between", type=float, default=5, help="seconds between cycles (default: %(default)s)")
    parser.add_argument("--bound", type=float, default=60, help="seconds within which cycles land (default: %(default)s)")
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "five-writers-")
    return exit_code(wrong, "LOST", f"seed {arguments.seed}: {arguments.writers} writers, {arguments.cycles} cycles, {len(wrong)} breaches")


if __name__ == "__main__":
    sys.exit(main())
