"""What must hold for what ingest has told of a repository in the end. Each check gives what is wrong, a line each.

Compared between two ways to the same head is what Git alone decides: which patterns there are, their repository, path and content hash,
every byte outside the section, the entities of the section that Graph Garden did not plant (the garden's vocabulary), and what the
stewards said. Not compared is what tells how it came there: ADDED or MODIFIED, renamed from where, sequence, commit, author and time of
the change, and the section's other lines: they are no input of inference, so their changes are not told until something else changes.
Of feedback every field is compared, commit, author and time included.
"""

import re

from benchlib import lines_of, section
from stream_checks import newest

ENTITY = re.compile(rb"^    - id: (\S+)$", re.M)


def final_table(changes):
    """Slug -> the value of the change that stands; removed patterns are not there."""
    return {key.split("/", 1)[1]: record["value"] for key, record in newest(changes).items()
            if record["value"] is not None and record["value"]["kind"] != "REMOVED"}


def outside(content):
    """The bytes of a file without its section."""
    lines = lines_of(content)
    found = section(lines)
    return b"".join(lines[:found[0]] + lines[found[1]:] if found else lines)


def entities(content):
    """Ids of the entities of a section, in the style in which this folder's histories are written."""
    lines = lines_of(content)
    found = section(lines)
    text = b"".join(lines[slice(*found)]) if found else b""
    begin = text.find(b"  entities:")
    end = re.search(rb"^  [a-z_]+:", text[begin + 1:], re.M) if begin >= 0 else None
    return {name.decode() for name in ENTITY.findall(text[begin:begin + 1 + end.start() if end else len(text)])} if begin >= 0 else set()


def by_git(value):
    """Of a change what Git alone decides."""
    content = value["content"].encode()
    planted = {entry["id"] for entry in value["planted"] if entry["kind"] == "ENTITY"}
    return {"repository": value["repository"], "path": value["path"], "contentHash": value["contentHash"],
            "bytes outside the section": outside(content), "evidence": sorted(entities(content) - planted),
            "feedback": value.get("feedback", [])}


def same_tables(one, other, names=("the first", "the second")):
    """Two tables of changes say the same."""
    wrong = [f"{slug} is only in {names[0]}" for slug in sorted(one.keys() - other.keys())]
    wrong += [f"{slug} is only in {names[1]}" for slug in sorted(other.keys() - one.keys())]
    for slug in sorted(one.keys() & other.keys()):
        left, right = by_git(one[slug]), by_git(other[slug])
        wrong += [f"{slug}: {what} is {shown(left[what])} in {names[0]}, {shown(right[what])} in {names[1]}"
                  for what in left if left[what] != right[what]]
    return wrong


def as_pushed(table, patterns):
    """The table is what stands in the head. `patterns`: slug -> (path, bytes)."""
    wrong = [f"{slug} is in the head and not told" for slug in sorted(patterns.keys() - table.keys())]
    wrong += [f"{slug} is told and not in the head" for slug in sorted(table.keys() - patterns.keys())]
    for slug in sorted(table.keys() & patterns.keys()):
        path, content = patterns[slug]
        if table[slug]["path"] != path:
            wrong.append(f"{slug} is at {path}, told at {table[slug]['path']}")
        if outside(table[slug]["content"].encode()) != outside(content):
            wrong.append(f"{slug} is told with other bytes than stand in the head")
    return wrong


def feedback_table(records):
    """Key behind the garden -> value; what was forgotten is not there."""
    return {key.split("/", 1)[1]: record["value"] for key, record in newest(records).items() if record["value"] is not None}


def same_feedback(one, other, names=("the first", "the second")):
    """Two tables of feedback say the same, in every field but the garden's name."""
    wrong = [f"feedback {key} is only in {names[0]}" for key in sorted(one.keys() - other.keys())]
    wrong += [f"feedback {key} is only in {names[1]}" for key in sorted(other.keys() - one.keys())]
    for key in sorted(one.keys() & other.keys()):
        wrong += [f"feedback {key}: {field} is {shown(one[key][field])} in {names[0]}, {shown(other[key].get(field))} in {names[1]}"
                  for field in one[key] if field != "garden" and one[key][field] != other[key].get(field)]
    return wrong


def as_meant(feedback, meant, unsure=()):
    """The feedback is what the stewards meant. `meant`: (slug, kind, id) -> verdict; of the keys in `unsure` nothing is asked."""
    told = {(value["slug"], value["kind"].lower(), value["id"]): value["verdict"] for value in feedback.values()}
    return [f"{'/'.join(key)} was meant {meant.get(key, 'to say nothing')}, and is told {told.get(key, 'as nothing')}"
            for key in sorted(told.keys() | meant.keys()) if key not in unsure and told.get(key) != meant.get(key)]


def told_once(pushes, changes):
    """For each repository: sequences count from 1 without gap or repeat, and no push tells a slug twice or another number than it says."""
    wrong = []
    for repository in sorted({push["value"]["repository"] for push in pushes}):
        mine = sorted((push for push in pushes if push["value"]["repository"] == repository), key=lambda push: push["offset"])
        sequences = [push["value"]["sequence"] for push in mine]
        if sequences != list(range(1, len(mine) + 1)):
            wrong.append(f"{repository}: pushes are told as {sequences[:3]} … {sequences[-3:]}, {len(set(sequences))} of {len(sequences)} unlike")
        told = {push["value"]["sequence"]: push["value"]["changes"] for push in mine}
        found = {}
        for change in changes:
            if change["value"] is not None and change["value"]["repository"] == repository:
                found.setdefault(change["value"]["sequence"], []).append(change["key"])
        for sequence in sorted(told.keys() | found.keys()):
            keys = found.get(sequence, [])
            if len(keys) != told.get(sequence):
                wrong.append(f"{repository}: push {sequence} says {told.get(sequence, 'nothing')}, {len(keys)} changes are there")
            if len(set(keys)) != len(keys):
                wrong.append(f"{repository}: push {sequence} tells {len(keys) - len(set(keys))} slugs twice")
    return wrong


def shown(value):
    text = repr(value)
    return text if len(text) <= 90 else text[:87] + "…"
