"""What the programs that run `garden up` share: starting and ending it, watching its topics, and playing the forge."""

import contextlib
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from benchlib import GARDEN, git, kill_all, session

STOP_SECONDS = 40
SECRET = "a secret that only the bench knows"
SMALL_JVM = "-Xms32m -Xmx320m -XX:TieredStopAtLevel=1"


def say(text):
    print(text, file=sys.stderr, flush=True)


def wait_until(condition, seconds, what, process=None, every=0.05):
    """Waits for something to become true and gives it; ends the program when it does not, or when the process is gone."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if process is not None and process.poll() is not None:
            raise SystemExit(f"garden ended with {process.returncode} while waiting for {what}")
        if time.monotonic() > deadline:
            raise SystemExit(f"no {what} within {seconds:.0f} s")
        time.sleep(every)


def end_on_signals():
    """Makes SIGTERM and SIGINT leave through every `finally` and `with`, even where a shell made the program deaf to them."""
    def leave(number, frame):
        raise SystemExit(128 + number)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)


def add_common_options(parser):
    """Options that every program has which runs Graph Garden in a folder of its own."""
    parser.add_argument("--garden", type=pathlib.Path, default=GARDEN, help="the launcher (default: this repository's)")
    parser.add_argument("--option", action="append", default=[], help="a further line of garden.yaml")
    parser.add_argument("--keep", action="store_true", help="keep the folder with logs, states and repositories")


def in_own_folder(run, arguments, prefix):
    """What `run(arguments, folder)` found wrong. The folder goes, on interruption too, unless something is wrong or it is to be kept."""
    end_on_signals()
    arguments.garden = arguments.garden.resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix=prefix))
    wrong = []
    try:
        wrong = run(arguments, folder)
    finally:
        if arguments.keep or wrong:
            say(f"logs, states and repositories in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return wrong


def exit_code(wrong, word, verdict):
    """Tells the first of what is wrong, a line each behind the word, then the verdict; gives the program's exit code."""
    print()
    for line in wrong[:60]:
        print(word, line)
    print(verdict)
    return 1 if wrong else 0


def write_config(folder, gardens, options, port=0, poll="1h"):
    """Writes garden.yaml for gardens; `options` are lines of `section.key: value`.

    A garden's value is its bare repository, or a dictionary of several (name -> bare repository).
    """
    secret = folder / "webhook-secret"
    secret.write_text(SECRET)
    lines = [f"http.port: {port}", f"ingest.poll-interval: {poll}", f"webhook.secrets: ['${{file:{secret}}}']", *options, "gardens:"]
    for name, repositories in gardens.items():
        lines += [f"  {name}:", "    repositories:"]
        for repository, bare in (repositories if isinstance(repositories, dict) else {"main": repositories}).items():
            lines.append(f"      {repository}: {{ url: '{bare}', branch: main, forge-url: '{forge_url(bare)}' }}")
    config = folder / "garden.yaml"
    config.write_text("\n".join(lines) + "\n")
    return config


def forge_url(bare):
    return f"https://forge.example/people/{pathlib.Path(bare).name}"


class Up:
    """A running `garden up`, or one service. Use it in a `with`: it is stopped, and what is left of it killed."""

    def __init__(self, garden, config, state, log, command=("up",)):
        self.garden, self.config, self.state, self.log, self.command = garden, config, state, log, command
        self.process = None
        self.edge = None

    def __enter__(self):
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen([str(self.garden), *self.command, "--config", str(self.config), "--state", str(self.state)],
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            self.edge = wait_until(self._edge, 180, f"running garden; see {self.log}", self.process)
        except BaseException:
            self.__exit__()
            raise
        return self

    def _edge(self):
        found = re.search(r"^garden: http +(\S+)", self.log.read_text("utf-8", "replace"), re.M)
        return found and found.group(1).rstrip("/")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            say(f"garden {self.command[0]} did not end within {STOP_SECONDS} s")
        kill_all(session(self.process.pid))
        self.process.wait()

    def metric(self, name, **tags):
        """The value of a meter, or None."""
        with urllib.request.urlopen(f"{self.edge}/metrics", timeout=10) as answer:
            text = answer.read().decode()
        for line in text.splitlines():
            if line.startswith(name + "{") and all(f'{tag}="{value}"' in line for tag, value in tags.items()):
                return float(line.rsplit(" ", 1)[1])
        return None


class Watch:
    """A committed reader: a process that shows the records of a topic; `heard(line, moment)` is called for each as it arrives."""

    def __init__(self, up, topic, heard, *options):
        self.command = [str(up.garden), "watch", topic, "--json", "--config", str(up.config), "--state", str(up.state), *options]
        self.errors = pathlib.Path(f"{up.log}.{topic}")
        self.heard = heard
        self.process = None
        self.thread = None

    def __enter__(self):
        with open(self.errors, "ab") as err:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=err,
                                            start_new_session=True, env={**os.environ, "GARDEN_OPTS": SMALL_JVM})
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()
        try:
            wait_until(lambda: b"Ctrl-C" in self.errors.read_bytes(), 60, f"watch; see {self.errors}", self.process)
        except BaseException:
            self.__exit__()
            raise
        return self

    def _read(self):
        for line in self.process.stdout:
            self.heard(line, time.monotonic())

    def __exit__(self, *_):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        kill_all(session(self.process.pid))
        self.process.wait()
        self.thread.join(5)


def delivery_of(bare, before, after, delivery):
    """What GitHub sends after a push to main: body and headers."""
    body = json.dumps({"ref": "refs/heads/main", "before": before, "after": after, "repository": {
        "clone_url": forge_url(bare), "default_branch": "main"}}).encode()
    signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    return body, {"Content-Type": "application/json", "X-GitHub-Event": "push", "X-GitHub-Delivery": delivery,
                  "X-Hub-Signature-256": f"sha256={signature}"}


def deliver(edge, bare, before, after, delivery="bench"):
    """Sends the webhook of a push to main as GitHub does; gives the status it was answered with."""
    body, headers = delivery_of(bare, before, after, delivery)
    request = urllib.request.Request(f"{edge}/webhooks/github", data=body, method="POST", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def bare_repository(folder):
    """An empty bare repository whose branch is main."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "--bare", "-b", "main")
    git(folder, "config", "receive.autogc", "false")
    return folder


def clone_for_edits(source, bare, folder):
    """A clone of a library that pushes to the bare repository, and has pushed."""
    git(folder.parent, "clone", "-q", "--no-hardlinks", str(source), str(folder))
    git(folder, "config", "core.autocrlf", "false")
    git(folder, "config", "gc.auto", "0")
    git(folder, "remote", "set-url", "origin", str(bare))
    git(folder, "checkout", "-q", "-B", "main")
    return folder
