#!/usr/bin/env python3
"""Counts what the garden sections of a tended library hold, and checks it against bounds.

Compares two commits: BASE before tending, RESULT after. Needs PyYAML (Debian: python3-yaml). All scalars are read as
text, so that 0.90 and 0.9 are different entities. Exit code: 0 within the bounds, 1 outside, 2 usage.
"""
import argparse
import collections
import json
import re
import statistics
import sys

from benchlib import contents, front_matter, lines_of, table, tree

try:
    import yaml
except ImportError:
    print("check_sections.py needs PyYAML (Debian: python3-yaml)", file=sys.stderr)
    sys.exit(2)

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
RELATIONS = ("generalizes_from", "specializes_to", "enables", "requires", "alternatives", "complementary", "tools", "related")


def name_of(entry, *keys):
    """What a list entry points at: the entry itself or the first of its keys that is there."""
    if isinstance(entry, dict):
        return next((str(entry[key]) for key in keys if entry.get(key)), "")
    return str(entry)


def entries(group, key):
    found = group.get(key) if isinstance(group, dict) else None
    return found if isinstance(found, list) else []


def front_matters(repository, ref):
    """The readable front matters of a commit: path -> tree; and the paths of patterns that cannot be read."""
    files = {path: entry[1] for path, entry in tree(repository, ref).items() if path.endswith(".md")}
    bytes_of = contents(repository, files.values())
    found, unreadable = {}, []
    for path in sorted(files):
        lines = lines_of(bytes_of[files[path]])
        bounds = front_matter(lines)
        if bounds is None:
            continue
        text = b"".join(lines[slice(*bounds)])
        try:
            data = yaml.load(text.decode("utf-8"), LOADER)
        except (yaml.YAMLError, UnicodeDecodeError):
            if re.search(rb"^(slug|id):", text, re.M):
                unreadable.append(path)
            continue
        if isinstance(data, dict) and (data.get("slug") or data.get("id")):
            found[path] = data
    return found, unreadable


class Library:
    """The patterns of one commit, with targets resolved by slug or id."""

    def __init__(self, repository, ref):
        self.files, self.unreadable = front_matters(repository, ref)
        self.slug = {path: str(data.get("slug") or data["id"]) for path, data in self.files.items()}
        self.canonical = {str(data["id"]): self.slug[path] for path, data in self.files.items() if data.get("id")}
        self.canonical.update({slug: slug for slug in self.slug.values()})
        self.curated = set()
        for path, data in self.files.items():
            for group in (data, data.get("relationships")):
                for entry in (entry for kind in RELATIONS for entry in entries(group, kind)):
                    self.curated.add(self.pair(self.slug[path], name_of(entry, "slug", "id", "target")))

    def pair(self, one, other):
        return frozenset((self.canonical.get(one, one), self.canonical.get(other, other)))

    def section(self, path):
        found = self.files[path].get("graph_garden") if path in self.files else None
        return found if isinstance(found, dict) else {}

    def links(self, path):
        return [name_of(entry, "target", "slug", "id") for entry in entries(self.section(path), "inferred_links")]

    def entities(self, path):
        return [json.dumps(entry, sort_keys=True) for entry in entries(self.section(path), "entities")]


def figures(base, result):
    links = {path: result.links(path) for path in result.files}
    counts = sorted(len(found) for found in links.values())
    targets = [target for found in links.values() for target in found]
    problems = collections.Counter(dangling=0, self=0, duplicate=0, curated=0)
    for path, found in links.items():
        own, seen = result.slug[path], set()
        for target in found:
            resolved = result.canonical.get(target)
            problems["dangling"] += resolved is None
            problems["self"] += resolved == own
            problems["duplicate"] += resolved in seen
            problems["curated"] += result.pair(own, target) in result.curated and resolved != own
            seen.add(resolved)
    stood = unchanged = 0
    for path in base.files:
        before, after = collections.Counter(base.entities(path)), collections.Counter(result.entities(path))
        stood += sum(before.values())
        unchanged += sum((before & after).values())
    older = [path for path in base.files if "graph_garden" not in base.files[path]]
    share = lambda part, whole: part / whole if whole else 1.0
    return [
        # name, value, lower bound, upper bound
        ("patterns", len(result.files), 1, None),
        ("unreadable files", len(result.unreadable), None, None),
        ("inferred links", len(targets), None, None),
        ("patterns with an inferred link", share(sum(n > 0 for n in counts), len(counts)), 0.90, None),
        ("links a pattern, median", statistics.median(counts) if counts else 0, 3, 8),
        ("links a pattern, most", counts[-1] if counts else 0, None, 12),
        ("dangling links", problems["dangling"], None, 0),
        ("links to itself", problems["self"], None, 0),
        ("links that repeat a curated pair", problems["curated"], None, 0),
        ("links that stand twice", problems["duplicate"], None, 0),
        ("targets that begin with “a”", share(sum(t.lower().startswith("a") for t in targets), len(targets)), None, 0.12),
        ("entities that stood there", stood, None, None),
        ("of these unchanged", share(unchanged, stood), 0.98, None),
        ("older files", len(older), None, None),
        ("of these with a section now", share(sum(bool(result.section(p)) for p in older), len(older)), 0.95, None),
        ("of these with entities", share(sum(bool(result.entities(p)) for p in older), len(older)), 0.95, None),
        ("of these with links", share(sum(bool(result.links(p)) for p in older), len(older)), 0.90, None),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("base", help="the commit before")
    parser.add_argument("result", help="the commit after; the same as BASE just describes a library")
    arguments = parser.parse_args()
    base, result = Library(arguments.repository, arguments.base), Library(arguments.repository, arguments.result)
    rows, outside = [], 0
    for name, value, low, high in figures(base, result):
        fits = (low is None or value >= low) and (high is None or value <= high)
        outside += not fits
        bounds = " and ".join([f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None))
        rows.append((name, f"{value:.3f}" if isinstance(value, float) else value, bounds, "" if not bounds else "yes" if fits else "NO"))
    table(rows, ("what", "figure", "bound", "holds"))
    return 1 if outside else 0


if __name__ == "__main__":
    sys.exit(main())
