#!/usr/bin/env python3
"""Pushes a long history for real, step by step, to a repository that `garden up` watches, and compares with a fresh import of its end.

The history is made up from a seed (`historylib.py`): 500 commits with 1,989 files added in one, 187 renamed in one, force pushes, merges,
squashes, reverts, a branch deleted and made again, garden commits with their trailers on the branch and on branches of their own, and
stewards who delete, promote, edit and revert what these planted. Seven pushes in ten are told by a signed webhook, the others are left
to polling; after half of them nobody waits.

When the last push is closed and all is quiet, the first `garden up` is ended, and a second one begins on an empty state folder, with
an empty broker, on the same repository. Compared (see `import_checks.py`): both tables of garden.pattern-changes with each other and with
the files of the head; both tables of garden.section-feedback, in every field, with each other and with what the stewards meant; and for
each, that every push was told once.

Exit code: 0 all the same, 1 not, 2 usage.

  long_history.py --seed 7
"""
import argparse
import collections
import json
import random
import sys
import time

from benchlib import git, table
from historylib import History, push
from import_checks import as_meant, as_pushed, feedback_table, final_table, same_feedback, same_tables, told_once
from uplib import Up, Watch, bare_repository, deliver, add_common_options, exit_code, in_own_folder, say, wait_until, write_config

NAME = "library"
TOPICS = ("pattern-changes", "pushes-closed", "section-feedback", "dead-letters")
OPTIONS = ("inference.embedding: false",)


class Told:
    """What committed readers have seen of each topic, from its beginning."""

    def __init__(self):
        self.records = {topic: [] for topic in TOPICS}
        self.last = time.monotonic()

    def hear(self, topic):
        def heard(line, moment):
            self.records[topic].append(json.loads(line))
            self.last = moment
        return heard

    def closed(self):
        pushes = self.records["pushes-closed"]
        return pushes[-1]["value"]["commit"] if pushes else None

    def quiet(self, head, seconds):
        return self.closed() == head and time.monotonic() - self.last > seconds


def hosted(folder):
    """The bare repository to which the history is pushed."""
    bare = bare_repository(folder / f"{NAME}.git")
    git(bare, "config", "receive.denyDeleteCurrent", "ignore")
    git(bare, "config", "gc.auto", "0")
    return bare


def files_of(history):
    """What stands in the head: slug -> (path, bytes)."""
    return {pattern.slug: (pattern.path, pattern.text().encode()) for pattern in history.head.tree.values() if pattern.slug}


def meant_of(history):
    """What was meant in the end: ((slug, kind, id) -> verdict, keys of which nothing is asked)."""
    def keyed(commit):
        return {(commit.tree[id_].slug, kind, entry): verdict for (id_, kind, entry), verdict in commit.meant.items()}
    meant = keyed(history.head)
    aside = keyed(history.open[2]) if history.open else {}
    return meant, {key for key in aside.keys() | meant.keys() if aside.get(key, meant.get(key)) != meant.get(key)}


class Run:
    """One `garden up` and what its readers saw."""

    def __init__(self, arguments, folder, config, name):
        self.told, self.arguments, self.name = Told(), arguments, name
        self.up = Up(arguments.garden, config, folder / f"state-{name}", folder / f"{name}.log")
        self.watches = []

    def __enter__(self):
        self.up.__enter__()
        try:
            for topic in TOPICS:
                watch = Watch(self.up, topic, self.told.hear(topic), "--from-beginning")
                watch.__enter__()
                self.watches.append(watch)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for watch in self.watches:
            watch.__exit__()
        self.up.__exit__()

    def settle(self, head):
        wait_until(lambda: self.told.quiet(head, 2 * self.arguments.poll + 5), self.arguments.patience, f"quiet at {head[:12]}; see {self.up.log}",
                   self.up.process)
        return self.told.records


def replay(arguments, history, bare, run):
    """Pushes everything; gives how many pushes were told by a webhook."""
    draw, hinted = random.Random(arguments.seed + 1), collections.Counter()
    for number, step in enumerate(history.steps, 1):
        push(step, history.repository, bare)
        if draw.random() < 0.7 and step.head:
            hinted[deliver(run.up.edge, bare, step.before, step.head, f"{arguments.seed}-{number}")] += 1
            if draw.random() < 0.6:
                wait_until(lambda: run.told.closed() == step.head, arguments.patience, f"end of push {number} ({step.name}) at {step.head[:12]}",
                           run.up.process)
        else:
            time.sleep(draw.uniform(0, 0.2))
        if number % 50 == 0:
            say(f"{number} of {len(history.steps)} pushes, {len(run.told.records['pushes-closed'])} closed")
    return hinted


def judge(history, replayed, fresh):
    names = ("the replay", "the fresh import")
    tables = [final_table(records["pattern-changes"]) for records in (replayed, fresh)]
    feedback = [feedback_table(records["section-feedback"]) for records in (replayed, fresh)]
    meant, unsure = meant_of(history)
    parts = {
        "the two tables of patterns": same_tables(*tables, names),
        "the replay's table and the head": as_pushed(tables[0], files_of(history)),
        "the two tables of feedback": same_feedback(*feedback, names),
        "the feedback and what was meant": as_meant(feedback[0], meant, unsure),
        "each push told once, replay": told_once(replayed["pushes-closed"], replayed["pattern-changes"]),
        "each push told once, fresh import": told_once(fresh["pushes-closed"], fresh["pattern-changes"]),
    }
    table([(what, len(tables[0]) if "patterns" in what or "head" in what else len(feedback[0]) if "feedback" in what else "",
            len(wrong) or "none") for what, wrong in parts.items()], ("compared", "entries", "differences"))
    print()
    verdicts = [collections.Counter(value["verdict"] for value in each.values()) for each in feedback]
    for name, each in zip(names, verdicts):
        print(f"feedback of {name}: {', '.join(f'{count} {verdict}' for verdict, count in sorted(each.items())) or 'none'}")
    return [f"{what}: {line}" for what, wrong in parts.items() for line in wrong]


def run(arguments, folder):
    begin = time.monotonic()
    history = History(folder / "made", arguments.seed, arguments.commits, arguments.added, arguments.renamed)
    bare = hosted(folder)
    kinds = collections.Counter(step.name for step in history.steps)
    say(f"{history.importer.count} commits in {len(history.steps)} pushes: {dict(sorted(kinds.items()))}")
    config = write_config(folder, {NAME: bare}, [*OPTIONS, *arguments.option], poll=f"{arguments.poll}s")
    with Run(arguments, folder, config, "replay") as first:
        hinted = replay(arguments, history, bare, first)
        replayed = first.settle(history.head.id)
    took = time.monotonic() - begin
    say(f"replayed after {took:.0f} s; a fresh import")
    with Run(arguments, folder, config, "fresh") as second:
        fresh = second.settle(history.head.id)
    table([("commits, pushes", f"{history.importer.count}, {len(history.steps)}"),
           ("told by a webhook, by answer", dict(sorted(hinted.items()))),
           ("things that happened", ", ".join(f"{count} {kind}" for kind, count in sorted(history.kinds.items()))),
           ("pushes closed, changes, dead letters", ", ".join(str(len(replayed[topic])) for topic in ("pushes-closed", "pattern-changes", "dead-letters"))),
           ("the same of the fresh import", ", ".join(str(len(fresh[topic])) for topic in ("pushes-closed", "pattern-changes", "dead-letters"))),
           ("seconds of the replay", f"{took:.0f}")], ("what", "figure"))
    print()
    return judge(history, replayed, fresh)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--commits", type=int, default=500)
    parser.add_argument("--added", type=int, default=1989, help="files added in one push (default: %(default)s)")
    parser.add_argument("--renamed", type=int, default=187, help="files renamed in one push (default: %(default)s)")
    parser.add_argument("--poll", type=int, default=3, help="seconds between looks at the repository (default: %(default)s)")
    parser.add_argument("--patience", type=float, default=180, help="seconds for one push to be closed (default: %(default)s)")
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "long-history-")
    return exit_code(wrong, "DIFFERENT", f"seed {arguments.seed}: {len(wrong)} differences")


if __name__ == "__main__":
    sys.exit(main())
