#!/usr/bin/env python3
"""Kills the pruner with SIGKILL at seeded moments of its cycles, and looks for damage.

The library is synthetic (`synthetic_garden.py`), in a bare repository that is tended *directly*. The broker and the registry are the
product's own, run by this program and never killed, as are `garden service ingest` and `inference`. `garden service pruner` is killed and
comes back at once on the same state folder. A cycle is due every few seconds; between a kill and the next start somebody pushes: some
patterns go, others come, so that each cycle has files to revise, and a cycle that is run again finds another head than the first time.
(Pushes within a cycle are what `five_writers.py` is for.) The least session's timeout of the broker is lowered, so that a run waits little
for the group to forget the dead.

The moments are aimed at phases, which are told by what is to be seen in the folders: the pruner's clone has the new head (planning and
splicing), it holds a new pack or one in the making (object writing), the repository does, or its branch is locked (push), the
branch has moved (events). Behind that a drawn part of a second passes. Which phase a kill really fell into is looked up before it; some
fall into the start-up that follows a kill.

Checked in the end by committed readers from the beginning, against the branch: each cycle that was asked for ran once and made one commit
at most, which its record names; `garden.section-revisions` has each file of each commit once, with the block before and after as Git has them,
and nothing else; garden commits touch sections only; everything that people wrote stands byte for byte; `git fsck` is clean; no lock,
temporary file or strange ref is left in the repository, the clone and the state folder. A pruner that ends without being killed is damage, too.

Exit code: 0 no damage, 1 damage, 2 usage.

  kill_cycles.py --kills 100 --seed 7
"""
import argparse
import collections
import contextlib
import random
import statistics
import subprocess
import sys
import time

import kill_ingest
from benchlib import ROOT, contents, git, lines_of, section, table, tree
from check_untouched import judge
from kill_ingest import Readers, Service, configuration, running, wait_until
from members import Cluster
from steward import people_git
from stream_checks import one_commit_a_cycle
from uplib import add_common_options, bare_repository, exit_code, in_own_folder, say

GARDEN = kill_ingest.KILLED
BRANCH = "refs/heads/main"
# How likely a phase is aimed at, and how many seconds may pass behind its beginning.
PHASES = {"planning": (4, 0.4), "object writing": (3, 0.05), "push": (3, 0.03), "events": (3, 0.4), "start-up": (1, 5.0)}
TOPICS = ("prune-cycles", "prune-requests", "section-revisions")
LEFT = 32  # seconds after which the pruner takes a lock or a pack for left, and a little
UNFINISHED = (".tmp", "tmp_", "incoming_", "insert_", "gc_")


class People:
    """Somebody who takes patterns out of the library and puts others in, and remembers all bytes."""

    def __init__(self, source, folder, bare, kept):
        self.work, self.refused = folder / "work", 0
        self.all = {path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*.md"))}
        self.out = sorted(self.all)[kept:]
        self.written = {path: data for path, data in self.all.items() if path not in self.out}
        self.meant = None
        people_git(folder, "clone", "-q", str(bare), str(self.work))
        people_git(self.work, "checkout", "-q", "-B", "main")
        people_git(self.work, "config", "gc.auto", "0")
        self._put(self.written)
        people_git(self.work, "commit", "-q", "-m", "Begin")
        people_git(self.work, "push", "-q", "origin", "HEAD:main")

    def _put(self, files):
        for path, data in files.items():
            (self.work / path).parent.mkdir(parents=True, exist_ok=True)
            (self.work / path).write_bytes(data)
        people_git(self.work, "add", "-A")

    def push(self, draw):
        """Changes some patterns for others; whether the push was taken. One that was not is made again by the next call."""
        if self.meant is None:
            come = {path: self.all[path] for path in draw.sample(self.out, min(len(self.out), 12))}
            self.meant = come, draw.sample(sorted(self.written), len(come))
        come, gone = self.meant
        people_git(self.work, "fetch", "-q", "origin")
        people_git(self.work, "reset", "-q", "--hard", "origin/main")
        for path in gone:
            (self.work / path).unlink()
        self._put(come)
        people_git(self.work, "commit", "-q", "-m", "Change some patterns for others")
        if people_git(self.work, "push", "-q", "origin", "HEAD:main", check=False) is None:
            self.refused += 1
            return False
        self.meant = None
        self.out = sorted({*self.out, *gone} - come.keys())
        self.written = {path: data for path, data in {**self.written, **come}.items() if path not in gone}
        return True


def clone_of(state):
    """The pruner's clone of the repository; a folder that does not exist when there is none yet."""
    return next((path.parent for path in sorted(state.rglob("objects")) if (path.parent / "refs").is_dir()), state / "no clone")


class Sight:
    """What is to be seen of a cycle in the folders of the repository and of the pruner's clone."""

    def __init__(self, bare, state):
        self.bare, self.state, self.clone, self.fetched = bare, state, clone_of(state), False
        self.head, self.packs, self.received = self.ref(bare, BRANCH), self.objects(self.clone), self.objects(bare)

    @staticmethod
    def ref(repository, name):
        with contextlib.suppress(OSError):
            return (repository / name).read_text().strip()
        return None

    @staticmethod
    def objects(repository):
        """Packs and files in the making of a repository."""
        found = set()
        for folder in ("objects", "objects/pack"):
            with contextlib.suppress(OSError):
                found |= {path.name for path in (repository / folder).iterdir() if len(path.name) > 2}
        return found

    def phase(self):
        """The phase that the cycle on the head that stood at first is in."""
        if self.ref(self.bare, BRANCH) != self.head:
            return "events"
        if not self.clone.exists():
            self.clone = clone_of(self.state)
        if self.ref(self.clone, "refs/remotes/origin/main") != self.head:
            return "waiting"
        if not self.fetched:
            # Whatever the fetch brought, or an attempt on an older head left, is not this cycle's.
            self.packs, self.received, self.fetched = self.objects(self.clone), self.objects(self.bare), True
        if self.objects(self.bare) - self.received or (self.bare / f"{BRANCH}.lock").exists():
            return "push"
        return "object writing" if self.objects(self.clone) - self.packs else "planning"


class Trial:
    def __init__(self, arguments, people, pruner, readers, bare):
        self.arguments, self.draw = arguments, random.Random(arguments.seed)
        self.people, self.pruner, self.readers, self.bare = people, pruner, readers, bare
        self.kills, self.took, self.damage, self.killed, self.sight = collections.Counter(), [], [], time.monotonic(), None

    def run(self):
        self.again()
        while sum(self.kills.values()) < self.arguments.kills:
            names = list(PHASES)
            aim = self.draw.choices(names, [PHASES[name][0] for name in names])[0]
            if aim == "start-up":
                time.sleep(max(0, self.pruner.begun + self.draw.uniform(0, PHASES[aim][1]) - time.monotonic()))
                self.kill(aim, aim)
            else:
                self.aimed(aim)
            self.again()

    def again(self):
        """Somebody pushes while nobody tends, if no lock is left, and it comes back."""
        pushed = self.people.push(self.draw)
        self.sight = Sight(self.bare, self.pruner.state) if pushed else None
        self.pruner.start()

    def aimed(self, aim):
        """Waits for a phase of the next cycle that has something to do, and a little."""
        if self.sight is None:
            wait_until(lambda: self.people.push(self.draw), self.arguments.patience, "push of people; is a lock left in the repository?",
                       self.pruner.process, every=0.3)
            self.sight = Sight(self.bare, self.pruner.state)
        sight = self.sight
        order = ["waiting", *PHASES]
        deadline, seen = time.monotonic() + self.arguments.patience, "waiting"
        while order.index(seen) < order.index(aim):
            if time.monotonic() > deadline:
                raise SystemExit(f"no cycle came to {aim} within {self.arguments.patience} s; see {self.pruner.log}")
            if self.pruner.process.poll() is not None:
                raise SystemExit(f"the pruner ended by itself; see {self.pruner.log}")
            time.sleep(0.0005 if seen != "waiting" else 0.005)
            seen = sight.phase()
        time.sleep(self.draw.uniform(0, PHASES[aim][1]))
        self.kill(sight.phase(), aim)

    def kill(self, phase, aim):
        if self.pruner.process.poll() is not None:
            self.damage.append(f"the pruner ended by itself with {self.pruner.process.returncode}")
        self.pruner.kill()
        self.kills[phase] += 1
        self.took.append(time.monotonic() - self.killed)
        self.killed = time.monotonic()
        say(f"{sum(self.kills.values()):3} {time.strftime('%H:%M:%S')} aimed at {aim}, killed in {phase} after {self.took[-1]:.1f} s; "
            f"{len(self.readers.records['prune-cycles'])} cycles, {len(self.readers.records['section-revisions'])} revisions")


def blocks(repository, old, new):
    """The garden blocks of the files that differ between two commits: path -> (before, after), as text; None where there is none."""
    sides = [tree(repository, old), tree(repository, new)]
    paths = [path for path in sides[1] if path in sides[0] and sides[0][path] != sides[1][path]]
    bytes_of = contents(repository, [side[path][1] for path in paths for side in sides])
    return {path: tuple(block_of(bytes_of[side[path][1]]) for side in sides) for path in paths}


def block_of(data):
    lines = lines_of(data)
    found = section(lines)
    return b"".join(lines[slice(*found)]).decode().strip() if found else None


def events_match(revisions, cycles, commits):
    """What is wrong between the events and the commits. `commits`: commit -> (its cycle's key, path -> (block before, after))."""
    wrong, told = [], collections.defaultdict(list)
    for record in revisions:
        told[record["value"]["commit"]].append(record["value"])
    wrong += [f"{len(values)} revisions name the commit {str(commit)[:12]}, which is no garden commit"
              for commit, values in told.items() if commit not in commits]
    counts = {record["key"]: record["value"]["revisedSections"] for record in cycles}
    for commit, (cycle, files) in commits.items():
        values = told.get(commit, [])
        paths = collections.Counter(value["path"] for value in values)
        wrong += [f"{commit[:12]}: {path} is told {count} times" for path, count in paths.items() if count > 1]
        wrong += [f"{commit[:12]}: {path} is revised and not told" for path in sorted(files.keys() - paths.keys())]
        wrong += [f"{commit[:12]}: {path} is told and not revised" for path in sorted(paths.keys() - files.keys())]
        for value in values:
            said = tuple(text and text.strip() for text in (value["before"], value["after"]))
            if value["path"] in files and said != files[value["path"]]:
                wrong.append(f"{commit[:12]}: {value['path']} is told with other blocks than Git has")
        if counts.get(cycle) != len(files):
            wrong.append(f"cycle {cycle} says {counts.get(cycle)} revised sections, its commit has {len(files)}")
    return wrong


def left_behind(folders):
    """Lock files, temporary files and refs that nobody knows, in repositories and folders."""
    wrong = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.name.endswith(".lock") or path.name.startswith(UNFINISHED):
                wrong.append(f"left behind: {path.relative_to(folder.parent)}")
    return wrong


def strange_refs(repository, known):
    names = git(repository, "for-each-ref", "--format=%(refname)").split()
    return [f"a ref is left in {repository.name}: {name}" for name in names if not name.startswith(known)]


def garden_commits(repository):
    """commit -> (key of its cycle, blocks of its files), of the branch."""
    log = git(repository, "log", "--format=%H%x09%P%x09%(trailers:key=Garden-Cycle,valueonly,separator=%x2C)", BRANCH)
    found = {}
    for line in log.splitlines():
        commit, parents, cycle = [*line.split("\t"), "", ""][:3]
        if cycle:
            found[commit] = (cycle, blocks(repository, parents.split()[0], commit))
    return found


def judge_all(people, bare, state, anew):
    commits = garden_commits(bare)
    head = tree(bare, BRANCH)
    bytes_of = contents(bare, [entry[1] for entry in head.values()])
    wrong = one_commit_a_cycle(anew["prune-cycles"], anew["prune-requests"], [(commit, cycle) for commit, (cycle, _) in commits.items()])
    wrong += events_match(anew["section-revisions"], anew["prune-cycles"], commits)
    wrong += [f"{path} is {'there' if path in head else 'not there'}, against what people did" for path in sorted(head.keys() ^ people.written.keys())]
    for path in sorted(head.keys() & people.written.keys()):
        data = bytes_of[head[path][1]]
        if data != people.written[path] and judge(people.written[path], data)[0] == "foreign":
            wrong.append(f"{path} is not as people wrote it")
    for commit in commits:
        done = subprocess.run([sys.executable, ROOT / "bench" / "check_untouched.py", bare, f"{commit}^", commit, "--quiet"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            wrong.append(f"{commit[:12]} touched foreign bytes: {done.stdout.strip()[:200]}")
    fsck = subprocess.run(["git", "-C", str(bare), "fsck", "--full", "--no-dangling"], capture_output=True, text=True, check=False)
    if fsck.returncode != 0 or "error" in fsck.stderr:
        wrong.append(f"git fsck: {fsck.stderr.strip() or fsck.stdout.strip()}")
    clone = clone_of(state)
    wrong += left_behind([bare, clone])
    wrong += strange_refs(bare, (BRANCH,)) + strange_refs(clone, ("refs/remotes/origin/",))
    return wrong, commits


def run(arguments, folder):
    begin = time.monotonic()
    source, bare = folder / "source", bare_repository(folder / "library.git")
    subprocess.run([sys.executable, ROOT / "bench" / "synthetic_garden.py", str(source), "--patterns", str(arguments.patterns + 60),
                    "--seed", str(arguments.seed)], check=True, capture_output=True)
    people = People(source, folder, bare, arguments.patterns)
    arguments.option += ["prune.publish: direct", f"prune.schedule: '0/{arguments.every} * * * * ?'"]
    with Cluster(arguments, folder / "cluster", ["group.min.session.timeout.ms=1000"]) as cluster:
        config, port = configuration(arguments, folder, cluster, bare, GARDEN)
        services = []
        for kind in ("ingest", "inference"):
            beside = config.with_name(f"{kind}.yaml")
            beside.write_text(config.read_text().replace(f"http.port: {port}", "http.port: 0"))
            services.append(Service(arguments, folder, kind, beside, 0, "-Xmx600m"))
        pruner = Service(arguments, folder, "pruner", config, port, "-Xmx600m")
        pruner.up = pruner
        with running(services[0]), running(services[1]), running(pruner), Readers(pruner, GARDEN, TOPICS) as along:
            for service in services:
                service.start()
            trial = Trial(arguments, people, pruner, along, bare)
            trial.run()
            say("no more kills")
            settled = settle(arguments, pruner, along, trial.killed)
            stopped(pruner)
            with Readers(pruner, GARDEN, TOPICS) as fresh:
                wait_until(lambda: time.monotonic() - fresh.last > 4 and len(fresh.records["prune-cycles"]) > 0, 90, "readers from the beginning",
                           every=0.5)
                anew = {topic: list(records) for topic, records in fresh.records.items()}
        ended = {request["key"] for request in anew["prune-requests"]} & {cycle["key"] for cycle in anew["prune-cycles"]}
        wrong, commits = judge_all(people, bare, pruner.state, anew)
    outcomes = collections.Counter(cycle["value"]["outcome"] for cycle in anew["prune-cycles"])
    table([("kills, by where they fell", ", ".join(f"{count} in {phase}" for phase, count in sorted(trial.kills.items()))),
           ("pushes of people refused at first", people.refused),
           ("cycles asked for and ended, by outcome", f"{len(ended)}, {dict(sorted(outcomes.items()))}"),
           ("garden commits, files revised by them", f"{len(commits)}, {sum(len(files) for _, files in commits.values())}"),
           ("section revisions told", len(anew["section-revisions"])),
           ("from one kill to the next", f"{statistics.median(trial.took):.1f} s in the middle, {max(trial.took):.1f} s at most"),
           ("seconds of settling", f"{settled:.0f}"),
           ("seconds of all", f"{time.monotonic() - begin:.0f}")], ("what", "figure"))
    return trial.damage + wrong


def settle(arguments, pruner, along, killed):
    """Lets a cycle run that takes away what was left, starts it once more without its schedule, and waits until everything that was asked
    for has been run; gives how long that took.
    """
    begin = time.monotonic()
    time.sleep(max(0, killed + LEFT - time.monotonic()))
    asked = len(along.records["prune-requests"])
    wait_until(lambda: len(along.records["prune-requests"]) > asked, arguments.patience, f"request; see {pruner.log}", pruner.process)
    stopped(pruner)
    lines = pruner.config.read_text().splitlines()
    pruner.config.write_text("\n".join(line for line in lines if not line.startswith("prune.schedule")) + "\n")
    pruner.start()
    keys = lambda topic: {record["key"] for record in along.records[topic]}
    wait_until(lambda: time.monotonic() - along.last > 4 and not keys("prune-requests") - keys("prune-cycles"), 4 * arguments.patience,
               f"end of all cycles; see {pruner.log}", pruner.process, every=0.2)
    return time.monotonic() - begin


def stopped(pruner):
    pruner.process.terminate()
    pruner.process.wait(30)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--patterns", type=int, default=300)
    parser.add_argument("--every", type=int, default=12, help="seconds between cycles (default: %(default)s)")
    parser.add_argument("--poll", type=int, default=1, help="seconds between looks of ingest at the repository (default: %(default)s)")
    parser.add_argument("--session-timeout", type=int, default=3000, metavar="MS",
                        help="after which the group forgets a killed member (default: %(default)s)")
    parser.add_argument("--patience", type=float, default=120, help="seconds to wait for a phase, and for quiet in the end (default: %(default)s)")
    add_common_options(parser)
    arguments = parser.parse_args()
    wrong = in_own_folder(run, arguments, "kill-cycles-")
    return exit_code(wrong, "DAMAGE", f"seed {arguments.seed}: {arguments.kills} kills, {len(wrong)} damages")


if __name__ == "__main__":
    sys.exit(main())
