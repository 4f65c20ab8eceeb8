#!/usr/bin/env python3
"""Measures how late a pushed change is when every webhook is lost, so that polling alone finds it.

`garden up` watches a few small repositories with a polling interval of some seconds. Nobody tells it anything. Each repository is
pushed to at drawn moments of the interval, and a committed reader (`garden watch pattern-changes`, lines time-stamped on arrival) says
when the change was there. The interval is that of the configuration (default 3 minutes, jittered); a short one shows the same
in little time, because the bound is the interval itself and 2 s.

Exit code: 0 when every change came within the interval + --bound seconds, 1 when not, 2 usage.

  no_webhooks.py --pushes 20 --interval 10
"""
import argparse
import json
import random
import sys
import threading
import time

from benchlib import git, table
from uplib import Up, Watch, bare_repository, add_common_options, in_own_folder, say, wait_until, write_config

PATTERN = "---\nslug: {slug}\ntitle: \"{slug}\"\n---\n\nAs of push {number}.\n"


class Reader:
    """When each slug was seen at which push."""

    def __init__(self):
        self.seen = {}

    def heard(self, line, moment):
        record = json.loads(line)
        if record["value"] is not None:
            self.seen.setdefault((record["key"], record["value"]["content"]), moment)


class Writer(threading.Thread):
    """Pushes to one repository at drawn moments, one push behind the arrival of the one before."""

    def __init__(self, name, arguments, folder, reader, pushes):
        super().__init__(daemon=True)
        self.name_, self.arguments, self.reader, self.pushes = name, arguments, reader, pushes
        self.draw = random.Random(f"{arguments.seed}/{name}")
        self.bare = bare_repository(folder / f"{name}.git")
        self.work = folder / f"{name}-work"
        git(folder, "init", "-q", "-b", "main", str(self.work))
        git(self.work, "remote", "add", "origin", str(self.bare))
        self.late, self.wrong = [], []
        self.write(0)

    def write(self, number):
        """Pushes one pattern; gives what a reader will see."""
        slug = f"{self.name_}-{number % 3}"
        text = PATTERN.format(slug=slug, number=number)
        (self.work / f"{slug}.md").write_text(text)
        git(self.work, "add", "-A")
        git(self.work, "commit", "-q", "-m", f"Push {number}")
        git(self.work, "push", "-q", "origin", "main")
        return f"{self.name_}/{slug}", text

    def run(self):
        limit = self.arguments.interval + self.arguments.bound
        for number in range(1, self.pushes + 1):
            time.sleep(self.draw.uniform(0, self.arguments.interval))
            wanted = self.write(number)
            pushed = time.monotonic()
            while wanted not in self.reader.seen and time.monotonic() - pushed < 3 * limit:
                time.sleep(0.02)
            if wanted not in self.reader.seen:
                self.wrong.append(f"push {number} to {self.name_} was not there after {3 * limit:.0f} s")
                return
            self.late.append(self.reader.seen[wanted] - pushed)
            say(f"{self.name_}: push {number} was there after {self.late[-1]:.1f} s")


def run(arguments, folder):
    reader = Reader()
    share, rest = divmod(arguments.pushes, arguments.repositories)
    writers = [Writer(f"bed{number}", arguments, folder, reader, share + (number < rest)) for number in range(arguments.repositories)]
    config = write_config(folder, {writer.name_: writer.bare for writer in writers}, ["inference.embedding: false", *arguments.option],
                          poll=f"{arguments.interval}s")
    with Up(arguments.garden, config, folder / "state", folder / "up.log") as up, \
            Watch(up, "pattern-changes", reader.heard, "--from-beginning"):
        wait_until(lambda: len(reader.seen) == len(writers), 60, f"import; see {up.log}", up.process)
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        hints = up.metric("garden_webhook_answers_seconds_count")
    if hints:
        raise SystemExit(f"{hints:.0f} webhooks came, and none was sent")
    late = sorted(second for writer in writers for second in writer.late)
    if late:
        table([(len(late), *(f"{late[int(share * (len(late) - 1))]:.1f}" for share in (0, 0.5, 0.9, 1)))],
              ("changes", "soonest, s", "median", "p90", "latest"))
    return [line for writer in writers for line in writer.wrong] \
        + [f"a change came {second:.1f} s behind its push" for second in late if second > arguments.interval + arguments.bound]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pushes", type=int, default=20)
    parser.add_argument("--repositories", type=int, default=4, help="pushed to beside one another (default: %(default)s)")
    parser.add_argument("--interval", type=int, default=10, help="seconds between looks (default: %(default)s)")
    parser.add_argument("--bound", type=float, default=2, help="seconds that a change may be later than that (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "no-webhooks-")
    print("\n" + "\n".join([*wrong, f"bound {arguments.interval + arguments.bound:.0f} s: {'NOT held' if wrong else 'held'}"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
