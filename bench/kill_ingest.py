#!/usr/bin/env python3
"""Kills the ingest service with SIGKILL at seeded moments while a long history is pushed for real, and looks for damage.

The history is that of `long_history.py`. The broker and the registry are the product's own, run by this program and never killed, as
is `garden service inference`, behind whose profiles ingest paces long pushes. `garden service ingest` is killed again and again and comes
back at once on the same state folder. A quarter of the moments fall into its start-up; the others within half a second behind
some of the next pushes, the others of which it may have closed; of the two large pushes it writes a part each time before it is killed. Pushes are
told by signed webhooks when somebody is there to hear them.

In the end another garden of the same repository is imported by a service that nobody kills, on an empty state folder. Checked by committed
readers, some that read along and some that read from the beginning in the end: both tables of garden.pattern-changes say the same,
and what the head holds; both tables of garden.section-feedback too, and what the stewards meant (see `import_checks.py`); every sequence is
closed once, no push tells a slug twice or another number of changes than it says; commits are closed in the order in which they were pushed;
no dead letter is there twice; all readers saw the same records. A service that ends without being killed is damage, too.

Exit code: 0 no damage, 1 damage, 2 usage.

  kill_ingest.py --kills 100 --seed 7
"""
import argparse
import collections
import contextlib
import json
import os
import random
import statistics
import subprocess
import sys
import time
import urllib.request

from benchlib import kill_all, session, table
from historylib import History, push
from import_checks import as_meant, as_pushed, feedback_table, final_table, same_feedback, same_tables, told_once
from kill_up import common
from long_history import files_of, hosted, meant_of
from members import OWNER, Cluster
from restarts import free_port
from stream_checks import same_records
from uplib import Watch, deliver, add_common_options, exit_code, in_own_folder, say, wait_until, write_config

KILLED, FRESH = "library", "fresh"
TOPICS = ("pattern-changes", "pushes-closed", "section-feedback", "dead-letters")
LARGE = "many"
LARGE_KILLS = 5  # within one, besides the first
START_UP = 6.0  # seconds within which moments of start-up fall
READY = 90


class Service:
    """One `garden service` after another on one state folder."""

    def __init__(self, arguments, folder, kind, config, port, options=""):
        self.garden, self.config, self.kind, self.edge = arguments.garden, config, kind, f"http://127.0.0.1:{port}"
        self.state, self.log = folder / f"state-{config.stem}-{kind}", folder / f"{config.stem}-{kind}.log"
        self.options, self.process, self.begun, self.up = options, None, None, None

    def start(self):
        line = [str(self.garden), "service", self.kind, "--config", str(self.config), "--state", str(self.state)]
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
                                            env={**os.environ, "GARDEN_OPTS": f"{os.environ.get('GARDEN_OPTS', '')} {self.options}"})
        self.begun = time.monotonic()

    def owns(self):
        """Whether it says that the garden is its own: the group has forgotten the one that was killed before."""
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(f"{self.edge}/metrics", timeout=2) as answer:
                return (KILLED, self.kind) in OWNER.findall(answer.read().decode())
        return False

    def kill(self):
        kill_all(session(self.process.pid))
        self.process.wait()

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
            self.kill()


class Readers:
    """Committed readers of some topics, of one garden, from their beginning."""

    def __init__(self, service, garden, topics=TOPICS):
        self.service, self.garden, self.last = service, garden, time.monotonic()
        self.records, self.stack = {topic: [] for topic in topics}, contextlib.ExitStack()

    def __enter__(self):
        for topic in self.records:
            self.stack.enter_context(Watch(self.service, topic, self._hear(topic), "--from-beginning", "--garden", self.garden))
        return self

    def _hear(self, topic):
        def heard(line, moment):
            self.records[topic].append(json.loads(line))
            self.last = moment
        return heard

    def __exit__(self, *_):
        self.stack.close()

    def closed(self):
        pushes = self.records["pushes-closed"]
        return pushes[-1]["value"]["commit"] if pushes else None

    def quiet(self, head, seconds):
        return self.closed() == head and time.monotonic() - self.last > seconds


class Trial:
    """Who is killed when, while the history goes on."""

    def __init__(self, arguments, history, bare, service, readers):
        self.arguments, self.draw = arguments, random.Random(arguments.seed)
        self.bare, self.service, self.readers = bare, service, readers
        self.source, self.steps, self.at = history.repository, history.steps, 0
        self.kills, self.answers, self.damage, self.back = collections.Counter(), collections.Counter(), [], []
        self.inside = 0  # kills that are still to fall into a large push

    def run(self):
        self.service.start()
        while (left := self.arguments.kills - sum(self.kills.values())) > 0:
            phase = "start-up" if not self.inside and self.draw.random() < 0.25 else "work"
            if phase == "start-up":
                time.sleep(max(0, self.service.begun + self.draw.uniform(0, START_UP) - time.monotonic()))
                self.next(self.draw.randint(0, 1))
            else:
                self.await_owner()
                phase = self.work(left)
            self.kill(phase)
        self.await_owner()
        self.next(len(self.steps))

    def work(self, left):
        """Gives it something to do, and waits until a moment within that; gives the moment's name."""
        if self.inside:
            self.inside -= 1
            return self.within_large()
        share = (len(self.steps) - self.at) / (0.75 * left)
        for number in range(max(1, round(share * self.draw.uniform(0.5, 1.5)))):
            if number > 0 and self.draw.random() < 0.6:
                self.await_closed()
            if self.next(1):
                self.inside = min(LARGE_KILLS, left - 1)
                return self.within_large()
        time.sleep(self.draw.uniform(0, 0.5))
        return "work"

    def within_large(self):
        """Waits until something more of it is written, and a little."""
        before, head = len(self.readers.records["pattern-changes"]), self.steps[self.at - 1].head
        wait_until(lambda: len(self.readers.records["pattern-changes"]) > before or self.readers.closed() == head, READY,
                   f"any change of a large push; see {self.service.log}", self.service.process)
        time.sleep(self.draw.uniform(0, 0.4))
        if self.readers.closed() == head:
            self.inside = 0
            return "work"
        return "a large push"

    def await_owner(self):
        wait_until(self.service.owns, READY, f"owner; see {self.service.log}", self.service.process)
        self.back.append(time.monotonic() - self.service.begun)

    def await_closed(self):
        """Until what was pushed last is closed, or deleted: nobody waits for that."""
        head = self.steps[self.at - 1].head
        if head:
            wait_until(lambda: self.readers.closed() == head, READY, f"end of push {self.at} at {head[:12]}; see {self.service.log}",
                       self.service.process)

    def next(self, count):
        """Pushes the next steps, and tells of them if somebody listens; whether the last of them was a large one."""
        large = False
        for step in self.steps[self.at:self.at + count]:
            push(step, self.source, self.bare)
            self.at += 1
            large = step.name == LARGE
            if step.head and self.draw.random() < 0.7:
                try:
                    self.answers[deliver(self.service.edge, self.bare, step.before, step.head, f"step-{self.at}")] += 1
                except OSError:
                    self.answers["nobody there"] += 1
        return large

    def kill(self, phase):
        if self.service.process.poll() is not None:
            self.damage.append(f"the service ended by itself with {self.service.process.returncode}")
        self.service.kill()
        self.kills[phase] += 1
        say(f"{sum(self.kills.values()):3} {time.strftime('%H:%M:%S')} killed in {phase}: {self.at} of {len(self.steps)} pushes, "
            f"{len(self.readers.records['pushes-closed'])} closed, {len(self.readers.records['pattern-changes'])} changes")
        self.service.start()


def in_order(pushes, steps):
    """Commits are closed in the order in which they were pushed; in between some may be passed over."""
    heads, at, wrong = [step.head for step in steps if step.head], 0, []
    for record in sorted(pushes, key=lambda record: record["offset"]):
        commit = record["value"]["commit"]
        if commit in heads[at:]:
            at = heads.index(commit, at) + 1
        else:
            wrong.append(f"push {record['value']['sequence']} was closed at {commit[:12]}, which was not pushed behind the one before")
    return wrong


def letters_once(letters):
    keys = collections.Counter((letter["value"]["path"], letter["value"]["commit"], letter["value"]["code"]) for letter in letters)
    return [f"the dead letter {' '.join(key)} is there {count} times" for key, count in keys.items() if count > 1]


def judge(history, along, anew, fresh):
    tables = [final_table(each["pattern-changes"]) for each in (anew, fresh)]
    feedback = [feedback_table(each["section-feedback"]) for each in (anew, fresh)]
    names = ("the killed one", "the fresh import")
    parts = {
        "the two tables of patterns": same_tables(*tables, names),
        "the table and the head": as_pushed(tables[0], files_of(history)),
        "the two tables of feedback": same_feedback(*feedback, names),
        "the feedback and what was meant": as_meant(feedback[0], *meant_of(history)),
        "each push told once": told_once(anew["pushes-closed"], anew["pattern-changes"]),
        "pushes in order": in_order(anew["pushes-closed"], history.steps),
        "dead letters once": letters_once(anew["dead-letters"]),
        "readers that read along, and anew": [line for topic in TOPICS
                                              for line in same_records(*common(along[topic], anew[topic]), topic)],
    }
    table([(what, len(wrong) or "none") for what, wrong in parts.items()], ("compared", "differences"))
    print()
    return [f"{what}: {line}" for what, wrong in parts.items() for line in wrong]


def configuration(arguments, folder, cluster, bare, garden):
    port = free_port()
    place = folder / garden
    place.mkdir()
    written = write_config(place, {garden: bare}, [
        f"kafka: {{ bootstrap.servers: '{cluster.bootstrap}', session.timeout.ms: {arguments.session_timeout}, "
        f"heartbeat.interval.ms: {arguments.session_timeout // 4} }}",
        f"schema-registry.url: '{cluster.registry}'", "topics.garden-partitions: 2", "inference.embedding: false", *arguments.option],
        port, poll=f"{arguments.poll}s")
    return written.rename(place / f"{garden}.yaml"), port


@contextlib.contextmanager
def running(service):
    try:
        yield service
    finally:
        service.stop()


def settled(arguments, service, readers, head):
    wait_until(lambda: readers.quiet(head, 2 * arguments.poll + 3), arguments.patience, f"quiet at {head[:12]}; see {service.log}", service.process)


def read_anew(service, along):
    """What readers see that begin now: at least as much as others saw along."""
    with Readers(service, KILLED) as anew:
        wait_until(lambda: time.monotonic() - anew.last > 4 and all(len(anew.records[topic]) >= len(along.records[topic]) for topic in TOPICS),
                   60, "readers from the beginning")
        return anew.records


def run(arguments, folder):
    begin = time.monotonic()
    history = History(folder / "made", arguments.seed, arguments.commits, arguments.added, arguments.renamed)
    bare, head = hosted(folder), history.head.id
    with Cluster(arguments, folder / "cluster") as cluster:
        config, port = configuration(arguments, folder, cluster, bare, KILLED)
        # Its own port is any free one: nobody asks it.
        beside = config.with_name("beside.yaml")
        beside.write_text(config.read_text().replace(f"http.port: {port}", "http.port: 0"))
        inference = Service(arguments, folder, "inference", beside, 0, "-Xmx600m")
        ingest = Service(arguments, folder, "ingest", config, port)
        ingest.up = ingest
        with running(inference), running(ingest), Readers(ingest, KILLED) as along:
            trial = Trial(arguments, history, bare, ingest, along)
            inference.start()
            trial.run()
            say("no more kills")
            settled(arguments, ingest, along, head)
            anew = read_anew(ingest, along)
            ingest.stop()
            took = time.monotonic() - begin
            say(f"quiet after {took:.0f} s; a fresh import")
            fresh_config, fresh_port = configuration(arguments, folder, cluster, bare, FRESH)
            with running(Service(arguments, folder, "ingest", fresh_config, fresh_port)) as other, Readers(other, FRESH) as fresh:
                other.start()
                settled(arguments, other, fresh, head)
    table([("kills, by where they fell", ", ".join(f"{count} in {phase}" for phase, count in sorted(trial.kills.items()))),
           ("pushes; webhooks by answer", f"{len(history.steps)}; {dict(sorted(trial.answers.items(), key=str))}"),
           ("pushes closed, changes, feedback, dead letters",
            ", ".join(str(len(anew[topic])) for topic in ("pushes-closed", "pattern-changes", "section-feedback", "dead-letters"))),
           ("patterns in the end", len(files_of(history))),
           ("start until it owns the garden", f"{statistics.median(trial.back):.1f} s in the middle, {max(trial.back):.1f} s at most"),
           ("seconds of all", f"{took:.0f}")], ("what", "figure"))
    print()
    return trial.damage + judge(history, along.records, anew, fresh.records)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--commits", type=int, default=500)
    parser.add_argument("--added", type=int, default=1989, help="files added in one push (default: %(default)s)")
    parser.add_argument("--renamed", type=int, default=187, help="files renamed in one push (default: %(default)s)")
    parser.add_argument("--poll", type=int, default=2, help="seconds between looks at the repository (default: %(default)s)")
    parser.add_argument("--session-timeout", type=int, default=6000, metavar="MS",
                        help="after which the group forgets a killed member (default: %(default)s, the least that brokers take)")
    parser.add_argument("--patience", type=float, default=300, help="seconds until all is quiet in the end (default: %(default)s)")
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "kill-ingest-")
    return exit_code(wrong, "DAMAGE", f"seed {arguments.seed}: {arguments.kills} kills, {len(wrong)} damages")


if __name__ == "__main__":
    sys.exit(main())
