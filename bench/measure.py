#!/usr/bin/env python3
"""Measures a command: wall time, and memory summed over its whole process tree.

Memory is the proportional set size (Pss of /proc/PID/smaps_rollup, where shared pages count by share), summed over all
living processes of the tree twice a second; the figure of a run is its largest sum. Of several runs the median is given.
Exit code: 0, or 1 when a run ended with a code that was not expected, or a limit was passed.

  measure.py --runs 3 --before 'rm -rf /tmp/state' --report report.json -- ./garden tend repo --publish none --state /tmp/state --report report.json
"""
import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

from benchlib import process_tree, table

INTERVAL = 0.5


def pss_kib(pid):
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    except OSError:
        return 0
    return int(found.group(1)) if found else 0


def run(command):
    """Runs the command once: (seconds, largest sum of Pss in GB of 10^9 bytes, exit code)."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    most = 0
    while True:
        most = max(most, sum(pss_kib(pid) for pid in process_tree(process.pid)))
        try:
            process.wait(INTERVAL)
            return time.monotonic() - begin, most * 1024 / 1e9, process.returncode
        except subprocess.TimeoutExpired:
            continue


def stages(report):
    """The split by stage that the command's report names: stage -> seconds. Stages overlap."""
    timings = json.loads(report.read_text())["timings"]
    return {stage: millis / 1000 for stage, millis in timings.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--before", metavar="SHELL", help="a shell command to run before each run, not measured")
    parser.add_argument("--report", type=pathlib.Path, help="the JSON report the command writes, for the split by stage")
    parser.add_argument("--expect", default="0,4", help="exit codes that are fine (default: %(default)s)")
    parser.add_argument("--max-seconds", type=float, help="exit with 1 when the median takes longer")
    parser.add_argument("--max-gb", type=float, help="exit with 1 when the median needs more memory")
    parser.add_argument("command", nargs="+", help="the command, behind --")
    arguments = parser.parse_args()
    expected = {int(code) for code in arguments.expect.split(",")}
    seconds, memory, splits, rows, fine = [], [], [], [], True
    for number in range(1, arguments.runs + 1):
        if arguments.before:
            subprocess.run(arguments.before, shell=True, check=True)
        took, most, code = run(arguments.command)
        seconds.append(took)
        memory.append(most)
        if arguments.report:
            splits.append(stages(arguments.report))
        fine &= code in expected
        rows.append((f"run {number}", f"{took:.1f} s", f"{most:.2f} GB", code))
    rows.append(("median", f"{statistics.median(seconds):.1f} s", f"{statistics.median(memory):.2f} GB", ""))
    table(rows, ("", "wall time", "largest sum of PSS", "exit code"))
    if splits:
        print()
        table([(name, f"{statistics.median(split.get(name, 0) for split in splits):.1f} s") for name in splits[0]],
              ("stage", "median"))
    fine &= arguments.max_seconds is None or statistics.median(seconds) <= arguments.max_seconds
    fine &= arguments.max_gb is None or statistics.median(memory) <= arguments.max_gb
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
