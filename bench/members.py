"""What runs in `two_up.py`: a cluster that belongs to nobody, its members, and who of them owns what."""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import threading
import time
import urllib.request

from benchlib import kill_all, process_tree, session
from uplib import Up, bare_repository, wait_until, write_config

GARDENS = ("north", "south")  # of two partitions each has one
SERVICES = ("ingest", "inference", "pruner")
EVERYTHING = {(garden, service) for garden in GARDENS for service in SERVICES}
OWNER = re.compile(r'^garden_owner\{garden="([^"]+)",service="([^"]+)"\} 1', re.M)


class Cluster:
    """A broker and a registry of `garden up` without its services."""

    def __init__(self, arguments, folder, properties=()):
        self.arguments, self.folder, self.children, self.line = arguments, folder, [], None
        self.properties = properties
        self.bootstrap = self.registry = None

    def __enter__(self):
        self.folder.mkdir()
        config = write_config(self.folder, {"host": bare_repository(self.folder / "host.git")}, ["topics.garden-partitions: 2"])
        with Up(self.arguments.garden, config, self.folder / "state", self.folder / "up.log") as up:
            told = json.loads((self.folder / "state" / "running.json").read_text())
            self.bootstrap, self.registry = told["bootstrapServers"], told["schemaRegistry"]
            lines = [pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[:-1] for pid in process_tree(up.process.pid)]
        broker, registry = (next(line for line in lines if any(program in word for word in line))
                            for program in (b"BrokerMain", b"RegistryMain"))
        self.line = broker
        self._add_properties()
        try:
            self._start(broker, "broker")
            wait_until(lambda: self._answers(registry), 60, "registry", every=1)
        except BaseException:
            self.__exit__()
            raise
        return self

    def _add_properties(self):
        """Settings of the broker beside the product's own."""
        file = next(pathlib.Path(os.fsdecode(word)) for word in self.line if word.endswith(b".properties") and b"=" not in word)
        with open(file, "a") as out:
            out.writelines(f"\n{line}\n" for line in self.properties)

    def _start(self, line, name):
        with open(self.folder / f"{name}.out", "ab") as out:
            self.children.append(subprocess.Popen(line, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT,
                                                  start_new_session=True))

    def kill_broker(self):
        kill_all(session(self.children[0].pid))
        self.children[0].wait()

    def start_broker(self):
        """Starts it again, on what it had written."""
        self._start(self.line, "broker")
        self.children[0] = self.children.pop()

    def _answers(self, line):
        """Whether the registry answers; it ends when the broker is not there yet, and is started again."""
        if len(self.children) == 1 or self.children[-1].poll() is not None:
            self._start(line, "registry")
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(f"{self.registry}/subjects", timeout=2) as answer:
                return answer.status == 200
        return False

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.stdin.close()
            child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            kill_all(session(child.pid))
            child.wait()


class Member:
    """One state folder, and one `garden up` after another on it."""

    def __init__(self, arguments, config, folder, name):
        self.name, self.starts, self.up = name, 0, None
        self._make = lambda: Up(arguments.garden, config, folder / name, folder / f"{name}-{self.starts}.log")

    def start(self):
        self.starts += 1
        self.up = self._make()
        self.up.__enter__()

    def signal(self, number):
        os.kill(self.up.process.pid, number)
        if number == signal.SIGKILL:
            self.up.process.wait()

    def owned(self):
        """What it says it owns: (garden, service); None when it does not answer."""
        up = self.up
        if up.edge is None:
            return None
        try:
            with urllib.request.urlopen(f"{up.edge}/metrics", timeout=1) as answer:
                return set(OWNER.findall(answer.read().decode())) & EVERYTHING
        except OSError:
            return None

    def stop(self):
        if self.up is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.up.process.pid, signal.SIGCONT)
            self.up.__exit__()


def overlap(before, other, after):
    """What one member said it owned before and after the other said the same; nothing when one of them said nothing."""
    return set() if None in (before, other, after) else before & other & after


def balanced(one, other):
    """Whether each member owns one garden of each service, and the other member the other one."""
    return (None not in (one, other) and one | other == EVERYTHING and not one & other
            and all(sum(each == service for _, each in one) == 1 for service in SERVICES))


class Owners(threading.Thread):
    """Asks the members in turn who owns what. Both own something when one says so before and after the other did."""

    def __init__(self, members):
        super().__init__(daemon=True)
        self.members, self.stopping = members, threading.Event()
        self.now, self.overlaps, self.frozen = [None, None], [], False

    def run(self):
        at = 0
        while not self.stopping.wait(0.1):
            said = self.members[at].owned()
            if not self.frozen:
                self.overlaps += [(time.monotonic(), one) for one in sorted(overlap(self.now[at], self.now[1 - at], said))]
            self.now[at] = said
            at = 1 - at

    def balanced(self):
        return balanced(*self.now)

    def stop(self):
        self.stopping.set()
        self.join(5)
