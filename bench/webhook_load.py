#!/usr/bin/env python3
"""Sends signed deliveries at an even rate to a running ingest service, one behind every push, and counts what became of them.

200 deliveries a second for 60 s over 50 repositories (five gardens of ten), as GitHub signs them. Each has its own push: all commits
are written beforehand, and a push moves the branch of its bare repository as the last step of receiving one does, by renaming a lock
file onto it; so the load is the service's, not that of 12,000 `git push`. It is an open loop: latency counts from the moment at which a delivery was due,
whatever became of those before.

The broker and the registry are those that `garden up` starts, run by this program beside it, so that it can take the broker away:
`--broker-outage 20` kills it in the middle and starts it again 20 s later. Meanwhile deliveries have to be refused with 503 and Retry-After;
nobody sends them again, so what they told has to be found by polling.

`--whole` loads `garden up` instead, which profiles and infers what comes on the same processors.

Afterwards committed readers read the topics from their beginning. Each delivery that was answered with 202 is on garden.pushes, and none is
there twice; each repository's last push is closed; pushes are told once each, whole, and as the head has it.

Exit code: 0 when all of that is so and the p99 is below --bound (with an outage: of the deliveries before it), 1 when not, 2 usage.

  webhook_load.py
  webhook_load.py --broker-outage 20
  webhook_load.py --whole
"""
import argparse
import collections
import contextlib
import http.client
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time
import urllib.parse

from benchlib import git, table
from import_checks import final_table, told_once
from members import Cluster
from uplib import Up, Watch, bare_repository, delivery_of, add_common_options, exit_code, in_own_folder, say, wait_until, write_config

PATTERNS = 4
TOPICS = ("pushes", "pushes-closed", "pattern-changes")
PATTERN = "---\nslug: {slug}\ntitle: \"{slug}\"\n---\n\nAs of push {number}.\n"
PATIENCE = 20  # seconds for one answer


class Repository:
    """A bare repository with all its commits, whose branch is moved on from one to the next."""

    def __init__(self, name, folder, pushes, every):
        self.name, self.bare, self.every = name, bare_repository(folder / f"{name}.git"), every
        self.commits, self.at, self.told, self.lock = self._commits(pushes), 0, 0, threading.Lock()
        self.move(0)

    def _commits(self, pushes):
        """Writes one commit more than there are pushes; each but the first edits one pattern."""
        out = []
        for number in range(pushes + 1):
            out.append(f"commit refs/all/{number}\nmark :{number + 1}\ncommitter Steward <steward@localhost> {1767258000 + number} +0000\n"
                       f"data 4\nPush\n" + (f"from :{number}\n" if number else ""))
            for slot in range(PATTERNS) if number == 0 else [number % PATTERNS]:
                text = PATTERN.format(slug=self.slug(slot), number=number)
                out.append(f"M 100644 inline {self.slug(slot)}.md\ndata {len(text)}\n{text}\n")
        marks = self.bare / "marks"
        subprocess.run(["git", "-C", str(self.bare), "fast-import", "--quiet", "--date-format=raw", f"--export-marks={marks}"],
                       input="".join(out).encode(), check=True)
        git(self.bare, "pack-refs", "--all")
        return [line.split()[1] for line in sorted(marks.read_text().splitlines(), key=lambda line: int(line.split()[0][1:]))]

    def slug(self, slot):
        return f"{self.name}-{slot}"

    def move(self, number):
        ref = self.bare / "refs" / "heads" / "main"
        lock = ref.with_name("main.lock")
        lock.write_text(self.commits[number] + "\n")
        os.rename(lock, ref)

    def push(self):
        """One push, or with `every` the one before again; gives the commits before and after it."""
        with self.lock:
            if self.told % self.every == 0:
                self.at += 1
                self.move(self.at)
            self.told += 1
            return self.commits[self.at - 1], self.commits[self.at]

    def expected(self):
        """Slug -> what stands in the head."""
        last = {slot: max([0, *(number for number in range(1, self.at + 1) if number % PATTERNS == slot)]) for slot in range(PATTERNS)}
        return {self.slug(slot): PATTERN.format(slug=self.slug(slot), number=number) for slot, number in last.items()}


class Load:
    """Sends deliveries at their moments; `answers` holds (second due, id, status, has Retry-After, latency)."""

    def __init__(self, arguments, edge, repositories):
        self.rate, self.count = arguments.rate, arguments.rate * arguments.seconds
        self.address = urllib.parse.urlsplit(edge)
        self.repositories, self.draw = repositories, random.Random(arguments.seed)
        self.lock, self.next, self.answers, self.begin = threading.Lock(), 0, [], None
        self.threads = [threading.Thread(target=self._work, daemon=True) for _ in range(arguments.connections)]

    def start(self):
        self.begin = time.monotonic() + 0.5
        for thread in self.threads:
            thread.start()

    def join(self):
        for thread in self.threads:
            thread.join()

    def _take(self):
        with self.lock:
            number, self.next = self.next, self.next + 1
            return number

    def _work(self):
        connection = None
        while (number := self._take()) < self.count:
            due = self.begin + number / self.rate
            time.sleep(max(0, due - time.monotonic()))
            repository = self.repositories[number % len(self.repositories)]
            name = f"load-{number}"
            body, headers = delivery_of(repository.bare, *repository.push(), name)
            connection = connection or http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=PATIENCE)
            try:
                connection.request("POST", "/webhooks/github", body, headers)
                answer = connection.getresponse()
                answer.read()
                status, again = answer.status, answer.getheader("Retry-After") is not None
                if answer.will_close:
                    connection = None
            except (OSError, http.client.HTTPException) as problem:
                connection.close()
                connection, status, again = None, type(problem).__name__, False
            self.answers.append((due - self.begin, name, status, again, time.monotonic() - due))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def processor(pid):
    """Seconds of processor time that a process has used."""
    ticks = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def outage(arguments, cluster, load):
    """Takes the broker away in the middle; gives from when to when, in seconds of the load."""
    time.sleep(max(0, load.begin + (arguments.seconds - arguments.broker_outage) / 2 - time.monotonic()))
    gone = time.monotonic() - load.begin
    cluster.kill_broker()
    say(f"broker killed after {gone:.0f} s")
    time.sleep(arguments.broker_outage)
    cluster.start_broker()
    back = time.monotonic() - load.begin
    say(f"broker started again after {back:.0f} s")
    return gone, back


def read(up, arguments, repositories, accepted):
    """Reads the topics until each repository's last push is closed; gives topic -> records, and the seconds that took."""
    records, begin = {topic: [] for topic in TOPICS}, time.monotonic()
    last = [begin]

    def hear(topic):
        def heard(line, moment):
            records[topic].append(json.loads(line))
            last[0] = moment
        return heard

    heads = {repository.name: repository.commits[repository.at] for repository in repositories}
    closed_after = None
    with contextlib.ExitStack() as stack:
        for topic in TOPICS:
            stack.enter_context(Watch(up, topic, hear(topic), "--from-beginning"))
        while time.monotonic() - begin < arguments.patience:
            closed = {push["value"]["repository"]: push["value"]["commit"] for push in list(records["pushes-closed"])}
            if closed_after is None and closed == heads:
                closed_after = time.monotonic() - begin
            whole = sum(push["value"]["changes"] for push in list(records["pushes-closed"])) <= len(records["pattern-changes"])
            if closed_after is not None and whole and len(records["pushes"]) >= accepted and time.monotonic() - last[0] > 3:
                break
            time.sleep(0.1)
    return records, closed_after


def judge(load, records, repositories, closed_after, arguments):
    wrong = told_once(records["pushes-closed"], records["pattern-changes"])
    if closed_after is None:
        closed = {push["value"]["repository"]: push["value"]["commit"] for push in records["pushes-closed"]}
        open_ = [each.name for each in repositories if closed.get(each.name) != each.commits[each.at]]
        wrong.append(f"the last pushes of {len(open_)} repositories were not closed within {arguments.patience:.0f} s: {open_[:5]}")
    kept = collections.Counter(record["value"]["deliveryId"] for record in records["pushes"])
    accepted = {name for _, name, status, _, _ in load.answers if status == 202}
    wrong += [f"delivery {name} was answered with 202 and is not on garden.pushes" for name in sorted(accepted - kept.keys())[:10]]
    wrong += [f"delivery {name} is on garden.pushes {count} times" for name, count in kept.items() if count > 1]
    told = final_table(records["pattern-changes"])
    expected = {slug: text for repository in repositories for slug, text in repository.expected().items()}
    wrong += [f"{slug} is told as of another push than the head's" for slug, text in expected.items()
              if slug not in told or told[slug]["content"] != text]
    return wrong


def latencies(load, gone):
    """Seconds of the deliveries that were accepted, before the outage if there was one."""
    return [late for due, _, status, _, late in load.answers if status == 202 and (gone is None or due < gone)]


def report(load, window, records, closed_after):
    gone, back = window or (None, None)
    rows = [("all" if gone is None else "before the outage", latencies(load, gone))]
    if gone is not None:
        rows.append(("from 10 s behind it", [late for due, _, status, _, late in load.answers if status == 202 and due > back + 10]))
    table([(name, len(values), *(f"{percentile(values, share) * 1000:.0f}" for share in (50, 90, 99)), f"{max(values) * 1000:.0f}")
           for name, values in rows if values], ("accepted deliveries", "count", "p50 ms", "p90", "p99", "most"))
    print()
    statuses = collections.Counter(f"{status}" + (" with Retry-After" if again else "") for _, _, status, again, _ in load.answers)
    refused = [late for _, _, status, _, late in load.answers if status != 202]
    table([("answers", ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))),
           ("longest wait for a refusal", f"{max(refused):.1f} s" if refused else "none refused"),
           ("hints, pushes closed, changes", ", ".join(str(len(records[topic])) for topic in TOPICS)),
           ("all heads closed, from the last delivery on", f"{closed_after:.1f} s" if closed_after is not None else "never")], ("what", "figure"))


def run(arguments, folder):
    pushes = -(-arguments.rate * arguments.seconds // arguments.repositories)
    repositories = [Repository(f"r{number:02}", folder, pushes, arguments.every) for number in range(arguments.repositories)]
    gardens = {f"g{number}": {} for number in range(arguments.gardens)}
    for number, repository in enumerate(repositories):
        gardens[f"g{number % arguments.gardens}"][repository.name] = repository.bare
    say(f"{len(repositories)} repositories with {pushes} pushes each")
    with Cluster(arguments, folder / "cluster") as cluster:
        config = write_config(folder, gardens, [
            f"kafka: {{ bootstrap.servers: '{cluster.bootstrap}' }}", f"schema-registry.url: '{cluster.registry}'",
            "topics.garden-partitions: 2", "inference.embedding: false", *arguments.option], poll=arguments.poll)
        command = ("up",) if arguments.whole else ("service", "ingest")
        with Up(arguments.garden, config, folder / "state", folder / "up.log", command) as up:
            wait_until(lambda: ready(up), 120, "readiness", up.process, every=0.5)
            time.sleep(arguments.warm_up)
            load = Load(arguments, up.edge, repositories)
            used = [processor(pid) for pid in (up.process.pid, os.getpid())]
            load.start()
            window = outage(arguments, cluster, load) if arguments.broker_outage else None
            load.join()
            used = [processor(pid) - before for pid, before in zip((up.process.pid, os.getpid()), used)]
            say(f"all sent; seconds of processor: {used[0]:.0f} of garden {command[-1]}, {used[1]:.0f} of this program")
            records, closed_after = read(up, arguments, repositories, sum(status == 202 for _, _, status, _, _ in load.answers))
    report(load, window, records, closed_after)
    wrong = judge(load, records, repositories, closed_after, arguments)
    statuses = collections.Counter(status for _, _, status, _, _ in load.answers)
    wrong += [f"{count} deliveries were answered with {status}" for status, count in statuses.items()
              if status != 202 and not (status == 503 and window)]
    if window:
        mute = sum(status == 503 and not again for _, _, status, again, _ in load.answers)
        wrong += [f"{mute} answers of 503 had no Retry-After"] if mute else []
        wrong += [] if statuses[503] else ["no delivery was refused while the broker was away"]
    late = latencies(load, window[0] if window else None)
    late_p99 = percentile(late, 99) * 1000 if late else float("inf")
    return wrong + ([f"p99 is {late_p99:.0f} ms"] if late_p99 >= arguments.bound else [])


def ready(up):
    with contextlib.suppress(OSError):
        address = urllib.parse.urlsplit(up.edge)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=5)
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == 200
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=200, help="deliveries a second (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--repositories", type=int, default=50)
    parser.add_argument("--gardens", type=int, default=5, help="among which they are (default: %(default)s)")
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="a push stands behind each Nth delivery of a repository, the others repeat one (default: %(default)s)")
    parser.add_argument("--connections", type=int, default=32, help="kept open by the forge (default: %(default)s)")
    parser.add_argument("--broker-outage", type=float, metavar="SECONDS", help="for how long the broker is away in the middle")
    parser.add_argument("--whole", action="store_true", help="load `garden up`, not the ingest service alone")
    parser.add_argument("--poll", default="30s", help="interval between looks (default: %(default)s)")
    parser.add_argument("--warm-up", type=float, default=10, help="seconds between readiness and the first delivery (default: %(default)s)")
    parser.add_argument("--bound", type=float, default=200, help="milliseconds for the p99 (default: %(default)s)")
    parser.add_argument("--patience", type=float, default=180, help="seconds in which all has to be caught up (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "webhook-load-")
    return exit_code(wrong, "WRONG", "nothing lost, nothing doubled, fast enough" if not wrong else f"{len(wrong)} things are wrong")


if __name__ == "__main__":
    sys.exit(main())
