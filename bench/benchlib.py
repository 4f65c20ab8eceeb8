"""What the programs of this folder share: Git, front matter, processes, and starting `garden tend`."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GARDEN = ROOT / "garden"
FIXED = {
    "GIT_AUTHOR_NAME": "bench", "GIT_AUTHOR_EMAIL": "bench@localhost", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "bench", "GIT_COMMITTER_EMAIL": "bench@localhost", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}


def git(repository, *arguments, check=True):
    """Runs git in a repository, with a fixed author and clock and no outside configuration; gives its output as text."""
    done = subprocess.run(["git", "-C", str(repository), *arguments], env={**os.environ, **FIXED},
                          capture_output=True, text=True)
    if check and done.returncode != 0:
        raise SystemExit(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout.strip()


def tree(repository, ref):
    """The files of a commit: path -> (mode, object id)."""
    listing = subprocess.run(["git", "-C", str(repository), "ls-tree", "-r", "-z", ref], capture_output=True, check=True)
    entries = {}
    for entry in listing.stdout.split(b"\0"):
        if entry:
            facts, path = entry.split(b"\t", 1)
            mode, _, object_id = facts.decode().split()
            entries[path.decode("utf-8", "surrogateescape")] = (mode, object_id)
    return entries


def contents(repository, object_ids):
    """The bytes of many blobs, through one `git cat-file`: object id -> bytes."""
    wanted = sorted(set(object_ids))
    done = subprocess.run(["git", "-C", str(repository), "cat-file", "--batch"], capture_output=True, check=True,
                          input="".join(f"{object_id}\n" for object_id in wanted).encode())
    found, at = {}, 0
    for object_id in wanted:
        end = done.stdout.index(b"\n", at)
        size = int(done.stdout[at:end].split()[2])
        found[object_id] = done.stdout[end + 1:end + 1 + size]
        at = end + 1 + size + 1
    return found


def lines_of(data):
    """The lines of a file with their newlines; a lone carriage return ends no line."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def front_matter(lines):
    """Where the front matter stands in a file's lines: (first line after the opening fence, closing fence), or None."""
    if not lines or lines[0].removeprefix(b"\xef\xbb\xbf").rstrip() != b"---":
        return None
    for number in range(1, len(lines)):
        if lines[number].rstrip() == b"---":
            return 1, number
    return None


KEY = re.compile(rb"""(["']?)graph_garden\1[ \t]*:""")


def section(lines):
    """Where the graph_garden block stands: (first line, line after its last), or None when the file has none.

    To the block belong the key's own line and what follows as long as it is indented (or closes a bracket). Blank lines
    and comments in the first column belong to it only when more of the block comes after them: a banner that announces
    the next group is somebody else's.
    """
    bounds = front_matter(lines)
    if bounds is None:
        return None
    starts = [number for number in range(*bounds) if KEY.match(lines[number])]
    if not starts:
        return None
    if len(starts) > 1:
        raise ValueError("graph_garden stands there twice")
    end = starts[0] + 1
    for number in range(end, bounds[1]):
        line = lines[number]
        if not line.strip() or line.startswith(b"#"):
            continue
        if line[:1] not in (b" ", b"\t", b"}", b"]"):
            break
        end = number + 1
    return starts[0], end


def parent_of(pid):
    """The parent of a process, or None when the process is gone or only waits to be reaped."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (OSError, IndexError):
        return None
    return None if fields[0] in "ZX" else int(fields[1])


def process_tree(root):
    """The living processes that descend from `root`, itself included."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            parent = parent_of(int(name))
            if parent is not None:
                children.setdefault(parent, []).append(int(name))
    found = [root] if parent_of(root) is not None else []
    for pid in found:
        found += children.get(pid, [])
    return found


def session(leader):
    """The living processes of a session; unlike the tree it keeps those whose parent has died."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.getsid(int(name)) == leader and parent_of(int(name)) is not None:
                found.append(int(name))
        except OSError:
            continue
    return found


def command_line(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def survivors(leader, seconds):
    """Waits until no process of the session lives any more; gives those that still do."""
    deadline = time.monotonic() + seconds
    left = session(leader)
    while left and time.monotonic() < deadline:
        time.sleep(0.05)
        left = session(leader)
    return left


def kill_all(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def fresh_copy(repository, folder):
    """A byte-for-byte copy of a repository, its lock files and hooks included."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(repository, folder, symlinks=True)
    return folder


def start_tend(garden, repository, *options, log):
    """Starts `garden tend` in a session of its own, its output going to a file."""
    with open(log, "ab") as out:
        return subprocess.Popen([str(garden), "tend", str(repository), *options], stdin=subprocess.DEVNULL,
                                stdout=out, stderr=subprocess.STDOUT, start_new_session=True)


def tend(garden, repository, *options, log, timeout=900):
    """Runs `garden tend` to its end; gives its exit code and the seconds it took."""
    begin = time.monotonic()
    process = start_tend(garden, repository, *options, log=log)
    try:
        return process.wait(timeout), time.monotonic() - begin
    except subprocess.TimeoutExpired:
        kill_all(session(process.pid))
        raise SystemExit(f"tend did not end within {timeout} s; see {log}") from None


def table(rows, header):
    """Prints rows as a Markdown table."""
    cells = [[str(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    cells.insert(1, ["-" * width for width in widths])
    for row in cells:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
