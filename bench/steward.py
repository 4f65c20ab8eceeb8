"""People who push to a pattern library all the time, and remember what they wrote."""

import os
import pathlib
import random
import re
import subprocess
import threading
import time

from benchlib import ROOT
from restarts import hint

FEWEST, MOST = 25, 60
WORDS = ("apple barrel bed bench bramble clover compost cover dew drain fence fork frost gate glove hedge hoe hose kettle ladder "
         "leaf loam mulch nettle path pear plot pond rake root seed shade shed soil spade straw sun tap tool trellis water").split()
NEW = """---
id: pat_{slug}
slug: {slug}
title: "{title}"
summary: >-
  {summary}
ontology:
  domain: {domain}
relationships:
  requires:
    - slug: {other}
      weight: 0.80
license: Apache-2.0
---

## Problem

{problem}

## Therefore

**{therefore}**
"""
SLUG = re.compile(r"^slug: *(\S+)$", re.MULTILINE)


def slug_of(text):
    found = SLUG.search(text)
    return found.group(1) if found else None


def people_git(repository, *arguments, check=True):
    """Runs git as a person would, by the clock; gives its output, or None when it failed and that is no matter."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "Steward", f"GIT_{who}_EMAIL": "steward@localhost"}
    done = subprocess.run(["git", "-C", str(repository), *arguments], env=environment, capture_output=True, text=True)
    if done.returncode != 0 and check:
        raise RuntimeError(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout.strip() if done.returncode == 0 else None


def library(source, folder):
    """A bare repository of a folder of patterns, and a person's clone of it."""
    bare, work = pathlib.Path(folder) / "library.git", pathlib.Path(folder) / "work"
    made = subprocess.run([str(ROOT / "bench" / "make_repository.py"), str(source), str(work)], capture_output=True, text=True)
    if made.returncode != 0:
        raise SystemExit(made.stderr)
    subprocess.run(["git", "clone", "-q", "--bare", str(work), str(bare)], check=True)
    people_git(work, "remote", "add", "origin", str(bare))
    people_git(work, "fetch", "-q", "origin")
    return bare, work


class Steward(threading.Thread):
    """Pushes at random moments until told to stop: edits, additions, removals, files that move, slugs that change.

    Someone else may push in between (the pruner does): then the change is made again on the new head, as a person would.
    `written` holds each file as it was last pushed by a person; `pushed` the moment, commit and kind of each push.
    """

    def __init__(self, up, work, seed, share_hinted=0.7, pauses=(0.2, 1.5)):
        super().__init__(daemon=True)
        self.up, self.work, self.draw = up, work, random.Random(seed)
        self.share_hinted, self.pauses = share_hinted, pauses
        self.stopping = threading.Event()
        self.written = {path.relative_to(work).as_posix(): path.read_bytes() for path in (work / "patterns").rglob("*.md")}
        self.pushed, self.answers, self.troubles, self.raced, self.count = [], {}, [], 0, 0

    def run(self):
        while not self.stopping.wait(self.draw.uniform(*self.pauses)):
            try:
                self.push_once()
            except Exception as problem:  # pylint: disable=broad-except
                self.troubles.append(f"a push failed: {problem!r}")
                return

    def stop(self):
        self.stopping.set()
        self.join(60)

    def push_once(self):
        """Makes one push, however often it has to be made again."""
        self.count += 1
        seed = self.draw.random()
        hinted = self.draw.random() < self.share_hinted
        for _ in range(40):
            people_git(self.work, "fetch", "-q", "origin")
            people_git(self.work, "reset", "-q", "--hard", "origin/main")
            before = people_git(self.work, "rev-parse", "HEAD")
            written = self.change(random.Random(seed))
            people_git(self.work, "add", "-A")
            people_git(self.work, "commit", "-q", "-m", f"Change {len(written)} file(s), {self.count}")
            if people_git(self.work, "push", "-q", "origin", "HEAD:main", check=False) is not None:
                break
            self.raced += 1
            time.sleep(0.2)
        else:
            raise RuntimeError("40 attempts in a row were refused; is a lock left in the repository?")
        after = people_git(self.work, "rev-parse", "HEAD")
        for path, content in written.items():
            if content is None:
                self.written.pop(path, None)
            else:
                self.written[path] = content
        self.pushed.append((time.monotonic(), after, hinted))
        if hinted:
            code = hint(self.up, before, after)
            self.answers[code] = self.answers.get(code, 0) + 1

    def change(self, draw):
        """Changes one to four files of the work tree; gives what was written: path -> bytes, or None for removed."""
        written = {}
        for _ in range(draw.choice((1, 1, 1, 1, 2, 4))):
            paths = sorted(path for path in (self.work / "patterns").rglob("*.md")
                           if path.relative_to(self.work).as_posix() not in written)
            kinds = ["edit"] * 6 + ["add"] * (2 if len(paths) < MOST else 0)
            kinds += (["remove"] if len(paths) > FEWEST else []) + ["move", "rename"]
            path = draw.choice(paths)
            written |= getattr(self, "_" + draw.choice(kinds))(draw, path)
        return written

    def _put(self, path, text):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return {path.relative_to(self.work).as_posix(): text.encode()}

    def _edit(self, draw, path):
        text = re.sub(r'^title: "(.*?)(?: \d+)?"$', lambda found: f'title: "{found[1]} {self.count}"', path.read_text(), 1, re.MULTILINE)
        return self._put(path, text.rstrip("\n") + "\n\n" + sentence(draw, 12) + "\n")

    def _add(self, draw, _):
        slug = f"{draw.choice(WORDS)}-{draw.choice(WORDS)}-{self.count}-{draw.randrange(1000)}"
        other = slug_of(draw.choice(sorted((self.work / "patterns").rglob("*.md"))).read_text())
        text = NEW.format(slug=slug, title=slug.replace("-", " ").title(), summary=sentence(draw, 14), domain=draw.choice(WORDS),
                          other=other, problem=sentence(draw, 60), therefore=sentence(draw, 20))
        return self._put(self.work / "patterns" / f"{slug}.md", text)

    def _remove(self, _, path):
        path.unlink()
        return {path.relative_to(self.work).as_posix(): None}

    def _move(self, draw, path):
        target = self.work / "patterns" / draw.choice(("near", "far")) / f"{self.count}-{draw.randrange(1000)}-{slug_of(path.read_text())}.md"
        return self._put(target, path.read_text()) | self._remove(draw, path)

    def _rename(self, draw, path):
        slug = slug_of(path.read_text())
        renamed = f"{re.sub('-again-.*', '', slug)}-again-{self.count}-{draw.randrange(1000)}"
        text = SLUG.sub(f"slug: {renamed}", path.read_text(), 1)
        return self._put(path.with_name(f"{renamed}.md"), text) | self._remove(draw, path)


def sentence(draw, length):
    return " ".join(draw.choice(WORDS) for _ in range(length)).capitalize() + "."
