"""What the programs that end and restart `garden up` share: one after another on one state, its children, readers that outlive it."""

import json
import os
import pathlib
import socket
import subprocess
import threading
import time
import urllib.request

from benchlib import GARDEN, ROOT, command_line, kill_all, parent_of, process_tree, session
from uplib import deliver, write_config

SMALL = "-Xms16m -Xmx128m -XX:TieredStopAtLevel=1 -XX:-UseParallelGC -XX:+UseSerialGC"
CHILDREN = {"broker": "BrokerMain", "registry": "RegistryMain"}


def arguments_of(parser):
    """The command line of such a program: its own options, and those that all of them have."""
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN, help="the launcher (default: this repository's)")
    parser.add_argument("--patterns", type=pathlib.Path, default=ROOT / "sample", help="a folder with patterns/ in it")
    parser.add_argument("--registry-cache", type=pathlib.Path, help="where the registry's program is kept")
    parser.add_argument("--keep", action="store_true", help="keep the folder with logs, state and repository")
    arguments = parser.parse_args()
    arguments.garden = arguments.garden.resolve()
    return arguments


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class RestartedUp:
    """One `garden up` after another on one state folder, each in a session of its own; webhooks find it at one port."""

    def __init__(self, folder, bare, options, garden=GARDEN, registry_cache=None):
        """`bare` is the repository of the garden `sample`; `options` are lines of `section.key: value`."""
        self.garden, self.folder, self.bare = garden, folder, bare
        self.state, self.log, self.temporary = folder / "state", folder / "up.log", folder / "tmp"
        self.temporary.mkdir()
        self.port = free_port()
        cache = registry_cache or ROOT / "standalone" / "target" / "registry-cache"
        self.config = write_config(folder, {"sample": bare}, [f"up.registry-cache: {cache}", *options], self.port, poll="5s")
        self.process = None

    @staticmethod
    def environment(temporary, options=""):
        return {**os.environ, "GARDEN_OPTS": f"{os.environ.get('GARDEN_OPTS', '')} -Djava.io.tmpdir={temporary} {options}"}

    def of_others(self):
        """The environment of commands beside `up`; they are killed when they take too long, so what they leave is no matter."""
        others = self.folder / "tmp-of-others"
        others.mkdir(exist_ok=True)
        return self.environment(others, SMALL)

    def start(self):
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen(
                [str(self.garden), "up", "--config", str(self.config), "--state", str(self.state)],
                env=self.environment(self.temporary),
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)

    def command(self, *arguments, timeout=120):
        """Runs another command on the same state; gives the exit code (None: it took too long) and what it printed."""
        line = [str(self.garden), *arguments, "--config", str(self.config), "--state", str(self.state)]
        process = subprocess.Popen(line, env=self.of_others(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, start_new_session=True)
        try:
            printed, _ = process.communicate(timeout=timeout)
            return process.returncode, printed
        except subprocess.TimeoutExpired:
            kill_all(session(process.pid))
            return None, process.communicate()[0]

    def ended(self):
        """Its exit code, or None while it runs."""
        return self.process.poll()

    def children(self):
        """The children that live: kind -> process id."""
        found = {}
        for pid in process_tree(self.process.pid)[1:]:
            line = command_line(pid)
            found |= {kind: pid for kind, program in CHILDREN.items() if program in line}
        return found

    def ready(self):
        """Whether all of it says that it is ready."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def addresses(self):
        """What the running one tells others, or None."""
        try:
            told = json.loads((self.state / "running.json").read_text())
            return told if told["pid"] == self.process.pid else None
        except (OSError, ValueError):
            return None

    def await_ready(self, seconds):
        """Whether it was ready in time; False at once when it ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.ended() is None:
            if self.addresses() and self.ready():
                return True
            time.sleep(0.1)
        return False

    def stop(self, seconds=30):
        """Tells it to stop; gives its exit code, or None when it did not end in time, and the seconds it took."""
        begin = time.monotonic()
        self.process.terminate()
        try:
            return self.process.wait(seconds), time.monotonic() - begin
        except subprocess.TimeoutExpired:
            return None, time.monotonic() - begin

    def kill(self):
        """Kills it alone; gives the children it leaves behind."""
        left = list(self.children().values())
        kill_all([self.process.pid])
        self.process.wait()
        return left

    def kill_rest(self):
        """Kills whatever of it still lives."""
        if self.process is not None:
            kill_all([*session(self.process.pid), *process_tree(self.process.pid)])
            self.process.wait()


class Reader:
    """A committed reader of a topic from its beginning: `garden watch`, each line with the moment it came."""

    def __init__(self, up, addresses, topic):
        self.topic, self.records, self.last = topic, [], time.monotonic()
        line = [str(up.garden), "watch", topic, "--from-beginning", "--json", "--config", str(up.config),
                "--bootstrap-servers", addresses["bootstrapServers"], "--schema-registry", addresses["schemaRegistry"]]
        with open(up.folder / f"watch-{topic}.log", "ab") as errors:
            self.process = subprocess.Popen(line, env=up.of_others(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                            stderr=errors, text=True, start_new_session=True)
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        for line in self.process.stdout:
            self.last = time.monotonic()
            self.records.append((self.last, json.loads(line)))

    def values(self):
        return [record for _, record in list(self.records)]

    def await_quiet(self, seconds, at_least=0, limit=60):
        """Waits until nothing has come for a while, and as many records as known to be there have."""
        deadline = time.monotonic() + limit
        begin = time.monotonic()
        while time.monotonic() < deadline:
            if len(self.records) >= at_least and time.monotonic() - max(self.last, begin) > seconds:
                return self
            time.sleep(0.1)
        return self

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            kill_all(session(self.process.pid))
            self.process.wait()
        self.thread.join(5)


def hint(up, before, after):
    """Sends what a forge sends after a push; gives the answer's code, or 0 when nobody answered."""
    try:
        return deliver(f"http://127.0.0.1:{up.port}", up.bare, before, after, after[:12])
    except OSError:
        return 0


def living(pids):
    return [pid for pid in pids if parent_of(pid) is not None]
