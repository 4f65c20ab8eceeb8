"""What must hold for the committed records of a garden with one repository. Each check gives what is wrong, a line each.

Records are as `garden watch --json` prints them: dictionaries with `key`, `value` (None for a tombstone), `partition`, `offset`.
"""

import collections


def newest(records):
    """Key -> the newest record of it, in a topic that keeps a key in one partition."""
    found = {}
    for record in sorted(records, key=lambda record: (record["partition"], record["offset"])):
        found[record["key"]] = record
    return found


def once_each(pushes):
    """Sequences of pushes count 1, 2, 3 … without gap or repeat, in the order in which they are read."""
    sequences = [push["value"]["sequence"] for push in pushes]
    if sequences == list(range(1, len(sequences) + 1)):
        return []
    doubled = [sequence for sequence, times in collections.Counter(sequences).items() if times > 1]
    missing = sorted(set(range(1, max(sequences, default=0) + 1)) - set(sequences))
    return [f"pushes are not told once each and in order: doubled {doubled[:5]}, missing {missing[:5]}, of {len(sequences)}"]


def changes_of_pushes(changes, pushes):
    """Each push has as many changes as it says, none of them twice, and no change is of no push."""
    wrong = []
    told = {push["value"]["sequence"]: push["value"]["changes"] for push in pushes}
    found = collections.Counter(change["value"]["sequence"] for change in changes)
    wrong += [f"push {sequence} says {count} changes, {found[sequence]} are there"
              for sequence, count in told.items() if found[sequence] != count]
    wrong += [f"{found[sequence]} changes of push {sequence}, which was never closed" for sequence in found.keys() - told.keys()]
    times = collections.Counter((change["value"]["sequence"], change["key"]) for change in changes)
    wrong += [f"push {sequence} changes {key} {count} times" for (sequence, key), count in times.items() if count > 1]
    return wrong


def follow_history(pushes, history):
    """The commits that were closed come in the order of the branch's history, oldest first."""
    place = {commit: number for number, commit in enumerate(history)}
    wrong, last = [], -1
    for push in pushes:
        sequence, commit = push["value"]["sequence"], push["value"]["commit"]
        if commit not in place:
            wrong.append(f"push {sequence} was closed at {commit[:12]}, which is not on the branch")
        elif place[commit] <= last:
            wrong.append(f"push {sequence} goes back to {commit[:12]}")
        else:
            last = place[commit]
    return wrong


def reflected(slugs, changes, enriched):
    """Every pattern is told and enriched as it is now. `slugs`: slug -> (title, path) at the head of the branch."""
    wrong = []
    told, known = newest(changes), newest(enriched)
    garden = next(iter(told), "/").split("/")[0]
    for slug, (title, path) in slugs.items():
        change, record = told.get(f"{garden}/{slug}"), known.get(f"{garden}/{slug}")
        if change is None or change["value"] is None or change["value"]["kind"] == "REMOVED":
            wrong.append(f"{slug} is in the library, and no change says so")
        elif record is None or record["value"] is None:
            wrong.append(f"{slug} is in the library and not enriched")
        else:
            value = record["value"]
            if change["value"]["path"] != path or value["path"] != path:
                wrong.append(f"{slug} is at {path}, told at {change['value']['path']}, enriched at {value['path']}")
            if value["title"] != title:
                wrong.append(f"{slug} is called {title!r}, and enriched as {value['title']!r}")
            if value["contentHash"] != change["value"]["contentHash"]:
                wrong.append(f"{slug} is enriched from another content than was told last")
    gone = {key.split("/", 1)[1] for key, record in known.items() if record["value"] is not None} - slugs.keys()
    return wrong + [f"{slug} is gone from the library and still enriched" for slug in sorted(gone)]


def one_commit_a_cycle(cycles, requests, commits):
    """Each request has one cycle, each cycle one commit at most. `commits`: (commit, its Garden-Cycle) of the branch."""
    wrong = []
    times = collections.Counter(cycle["key"] for cycle in cycles)
    wrong += [f"cycle {key} was run {count} times" for key, count in times.items() if count > 1]
    wrong += [f"cycle {key} was asked for and never run" for key in sorted({request["key"] for request in requests} - times.keys())]
    made = collections.defaultdict(set)
    for commit, cycle in commits:
        made[cycle].add(commit)
    wrong += [f"cycle {cycle} made {len(found)} commits" for cycle, found in made.items() if len(found) > 1]
    told = {cycle["key"]: {commit["commit"] for commit in cycle["value"]["commits"]} for cycle in cycles}
    for cycle, found in made.items():
        if not found <= told.get(cycle, set()):
            wrong.append(f"cycle {cycle} committed {min(found)[:12]}, which its record does not say")
    for cycle, found in told.items():
        if not found <= made.get(cycle, set()):
            wrong.append(f"the record of cycle {cycle} names a commit that is not on the branch")
    return wrong


def same_records(first, second, topic):
    """Two committed readers have seen the same records, whenever they read them."""
    left, right = ({(record["partition"], record["offset"], record["key"]) for record in side} for side in (first, second))
    if left == right:
        return []
    return [f"{topic}: of two committed readers one saw {len(left - right)} records that the other did not, and {len(right - left)}"]
