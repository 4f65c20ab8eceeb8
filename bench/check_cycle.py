#!/usr/bin/env python3
"""Proves that what a cycle says it did is what it did: its decisions against the files, one file after the other.

BASE is the commit that the cycle began from, RESULT its garden commit, REPORT what `garden tend --report` wrote. Both commits are parsed
here, with all scalars as text, and compared entry by entry. Every entry that went, came or changed needs exactly one decision
of the report that names it, with the figures that stand in the file; every decision needs such a difference; a dated section needs its
date. The numbers of entries kept, and the table of decisions by cause, must come out the same when counted from the files.

Then what the sections hold in the end, files aside that may not be written: no link dangles, points at its own pattern, stands twice or
repeats a curated pair; at least 90 % of links of symmetric types are reciprocated, the others are counted by what keeps the other
end from it; the letter with which most targets begin has at most twice its share of the slugs.

Needs PyYAML (Debian: python3-yaml). Exit code: 0 proven, 1 a breach, 2 usage.
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

from benchlib import table
from check_sections import Library, entries, name_of

LISTS = {"entity": "entities", "community": "communities", "link": "inferred_links"}
NAMES = {"entity": ("id", "label"), "community": ("id", "label"), "link": ("target", "slug", "id")}
FIGURES = {"entity": ("relevance",), "community": ("confidence",), "link": ("confidence", "strength")}
# What a decision takes from the section before, and what it puts into the section after.
EFFECTS = {"drop": (1, 0), "plant": (0, 1), "reciprocate": (0, 1), "rewrite": (1, 1), "weaken": (1, 1), "retarget": (1, 1)}
SYMMETRIC = ("complementary", "alternatives")
RECIPROCATED = 0.90
LETTER = 2.0


class Entry:
    """One entry of a list, as its file says it."""

    def __init__(self, kind, value):
        self.kind, self.name = kind, name_of(value, *NAMES[kind])
        self.same = json.dumps(value, sort_keys=True)
        # Some files have lists of bare labels: there an entry goes by its label, and has no figure.
        self.bare = not isinstance(value, dict)
        self.type = "" if self.bare else value.get("type", "")
        text = None if self.bare else next((value[key] for key in FIGURES[kind] if value.get(key) is not None), None)
        try:
            self.figure = None if text is None or not 0 <= float(text) <= 1 else float(text)
        except (TypeError, ValueError):
            self.figure = None

    def goes_by(self, name):
        return self.name == name or self.bare and self.kind != "link" and plain(self.name) == plain(name)

    def says(self, figure):
        return self.bare or same_figure(self.figure, figure)


def plain(name):
    """A name without case, accents, marks, plural and trailing note, as an id is made of a label."""
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", name).replace("&", " and ")
    ascii_only = "".join(sign for sign in unicodedata.normalize("NFKD", bare.lower()) if not unicodedata.combining(sign))
    words = re.sub(r"\W+|_+", "-", ascii_only).strip("-")
    for plural, singular in ((r"ies", "y"), (r"(ss|sh|ch|x)es", r"\1"), (r"(?<=[^s-])s", "")):
        words = re.sub(plural + r"(?=-|$)", singular, words)
    return words


def listed(section, kind):
    return [Entry(kind, value) for value in entries(section, LISTS[kind])]


def without_common(before, after):
    """What is left of two lists when each entry is paired with one that says the same; and how many pairs there were."""
    known = collections.Counter(entry.same for entry in before)
    left, pairs = [], 0
    for entry in after:
        if known[entry.same] > 0:
            known[entry.same] -= 1
            pairs += 1
        else:
            left.append(entry)
    gone = []
    for entry in reversed(before):
        if known[entry.same] > 0:
            known[entry.same] -= 1
            gone.append(entry)
    return gone[::-1], left, pairs


def take(pool, name, figure):
    """Takes the entry of that name out of the pool, rather one with that figure; gives it, or None when there is none."""
    found = [entry for entry in pool if entry.goes_by(name)]
    found.sort(key=lambda entry: not entry.says(figure))
    if found:
        pool.remove(found[0])
        return found[0]
    return None


def same_figure(one, other):
    return one is None and other is None or one is not None and other is not None and abs(one - other) < 5e-4


def written_name(decision, resolved):
    """Under which name an entry stands after a decision: a retargeted link's is its target's slug now."""
    if decision["action"] != "retarget":
        return decision["id"]
    detail = decision["detail"].split("; ")[0]
    return detail.removeprefix("now ") if detail.startswith("now ") else resolved.get(decision["id"], decision["id"])


def explained(kind, before, after, decisions, resolved):
    """What is wrong between one list of a file, before and after, and the decisions about it."""
    gone, come, _ = without_common(before, after)
    wrong = []
    for decision in decisions:
        text = f"{decision['action']} {kind} {decision['id']!r} ({decision['cause']})"
        if decision["action"] not in EFFECTS:
            wrong.append(f"{text} is no decision about an entry")
            continue
        takes, puts = EFFECTS[decision["action"]]
        sides = [("before", gone, decision["id"])] * takes + [("after", come, written_name(decision, resolved))] * puts
        for side, pool, name in sides:
            entry = take(pool, name, decision[side])
            if entry is None:
                wrong.append(f"{text}: no entry {'went' if side == 'before' else 'came'} of that name")
            elif not entry.says(decision[side]):
                wrong.append(f"{text}: says {decision[side]} {side}, the file {entry.figure}")
    wrong += [f"{kind} {entry.name!r} went without a decision" for entry in gone]
    wrong += [f"{kind} {entry.name!r} came without a decision" for entry in come]
    return wrong


def section_of(data):
    found = data.get("graph_garden")
    return found if isinstance(found, dict) else None


def judge_file(before, after, revision, date, resolved=None):
    """What is wrong with one revised file: its front matters before and after against what the report says of it."""
    old, new = section_of(before), section_of(after)
    decisions, wrong = revision["decisions"], []
    if new is None:
        return ["has no section now"]
    if str(new.get("last_pruned", "")) != date:
        wrong.append(f"is dated {new.get('last_pruned')}, not {date}")
    whole = [decision for decision in decisions if decision["kind"] == "section"]
    named = sorted((decision["action"], decision["cause"]) for decision in whole)
    others = len(decisions) - len(whole)
    if old is None and named != [("plant", "section-missing")]:
        wrong.append(f"got its section by {named}")
    if old is not None and named != ([] if others else [("refresh", "refresh-age")]):
        wrong.append(f"had a section, and about all of it the report says {named}")
    kept = 0
    for kind in LISTS:
        one, other = listed(old or {}, kind), listed(new, kind)
        kept += sum(entry.same in {each.same for each in one} for entry in other)
        wrong += explained(kind, one, other, [each for each in decisions if each["kind"] == kind], resolved or {})
    if kept != revision["kept"]:
        wrong.append(f"kept {kept} entries, the report says {revision['kept']}")
    return wrong


def counted(revisions):
    return collections.Counter((each["kind"], each["action"], each["cause"]) for revision in revisions for each in revision["decisions"])


def judge_cycle(base, result, report):
    """What is wrong between two commits and the report, a line each."""
    revisions = {revision["path"]: revision for revision in report["revisions"]}
    wrong = [] if len(revisions) == len(report["revisions"]) else ["the report has a file twice"]
    changed = {path for path in base.files.keys() | result.files.keys() if base.files.get(path) != result.files.get(path)}
    wrong += [f"{path}: changed, and the report has no revision of it" for path in sorted(changed - revisions.keys())]
    for path, revision in sorted(revisions.items()):
        if path not in base.files or path not in result.files:
            wrong.append(f"{path}: revised, and is no pattern on both sides")
            continue
        wrong += [f"{path}: {line}" for line in
                  judge_file(base.files[path], result.files[path], revision, report["date"], result.canonical)]
    told = collections.Counter({(each["kind"], each["action"], each["cause"]): each["count"] for each in report["decisions"]})
    found = counted(report["revisions"])
    wrong += [f"the table says {told[key]} times {' '.join(key)}, the files {found[key]}" for key in sorted(told.keys() | found.keys())
              if told[key] != found[key]]
    if report["counts"]["revised_sections"] != len(revisions):
        wrong.append(f"the report counts {report['counts']['revised_sections']} revised sections and has {len(revisions)}")
    return wrong


def closed_paths(library, report):
    """Files that may not be written, whatever stands in them."""
    return {refused["path"] for refused in report["refused"]} | {
        path for path, data in library.files.items() if str(data.get("graph_garden")).lower() == "false"}


def faults(library, closed):
    """Links that must not stand, a line each."""
    wrong = []
    for path in sorted(library.files.keys() - closed):
        own, seen = library.slug[path], set()
        for target in library.links(path):
            resolved = library.canonical.get(target)
            for fault, holds in (("dangles", resolved is None), ("points at its own pattern", resolved == own),
                                 ("stands twice", resolved in seen),
                                 ("repeats a curated pair", resolved != own and library.pair(own, target) in library.curated)):
                if holds:
                    wrong.append(f"{path}: the link to {target!r} {fault}")
            seen.add(resolved)
    return wrong


def one_way(library, closed, limit):
    """Symmetric links: how many there are, how many are reciprocated, and what keeps the others from it (cause -> number)."""
    links = {}
    for path in library.files:
        for entry in listed(library.section(path), "link"):
            links[library.slug[path], library.canonical.get(entry.name, entry.name)] = entry.type
    count = collections.Counter(source for source, _ in links)
    path_of = {slug: path for path, slug in library.slug.items()}
    causes, symmetric, both = collections.Counter(), 0, 0
    for (source, target), kind in links.items():
        if kind not in SYMMETRIC:
            continue
        symmetric += 1
        if links.get((target, source)) in SYMMETRIC:
            both += 1
        elif (target, source) in links:
            causes["the other end has another type of link to it"] += 1
        elif path_of.get(target) in closed:
            causes["the other end may not be written"] += 1
        elif count[target] >= limit:
            causes["the other end is full"] += 1
        else:
            causes["no reason found"] += 1
    return symmetric, both, causes


def top_letter(library):
    """The letter with which most targets begin: (letter, its share of the targets, its share of the slugs)."""
    targets = [library.canonical.get(target, target) for path in library.files for target in library.links(path)]
    if not targets:
        return "", 0.0, 0.0
    slugs = list(library.slug.values())
    letter, times = collections.Counter(target[:1].lower() for target in targets).most_common(1)[0]
    return letter, times / len(targets), sum(slug[:1].lower() == letter for slug in slugs) / len(slugs)


def figures(library, closed, limit):
    """Rows of (what, figure, bound, whether it holds)."""
    symmetric, both, causes = one_way(library, closed, limit)
    letter, of_targets, of_slugs = top_letter(library)
    share = both / symmetric if symmetric else 1.0
    with_links = sum(bool(library.links(path)) for path in library.files)
    rows = [("patterns", len(library.files), "", None), ("patterns with an inferred link", with_links, "", None),
            ("inferred links", sum(len(library.links(path)) for path in library.files), "", None),
            ("symmetric links", symmetric, "", None),
            ("of these reciprocated", f"{share:.3f}", f"at least {RECIPROCATED}", share >= RECIPROCATED)]
    rows += [(f"of these not: {cause}", number, "", None) for cause, number in sorted(causes.items())]
    rows.append((f"targets that begin with “{letter}”", f"{of_targets:.3f}", f"at most {LETTER * of_slugs:.3f}", of_targets <= LETTER * of_slugs))
    return rows


def check(repository, base, result, report, limit):
    """Prints the tables; gives what is wrong, a line each."""
    before, after = Library(repository, base), Library(repository, result)
    closed = closed_paths(after, report)
    found = faults(after, closed)
    wrong = judge_cycle(before, after, report) + found
    rows = [(*key, number) for key, number in sorted(counted(report["revisions"]).items())]
    table([*rows, ("", "", "all", sum(row[3] for row in rows))], ("kind", "decision", "cause", "times"))
    print()
    held = figures(after, closed, limit)
    wrong += [f"{what}: {figure}, must be {bound}" for what, figure, bound, holds in held if holds is False]
    table([(*row[:3], {None: "", True: "yes", False: "NO"}[row[3]]) for row in
           [*held, ("links that must not stand", len(found), "none", not found)]], ("what", "figure", "bound", "holds"))
    print()
    print(f"{len(report['revisions'])} files revised by {sum(row[3] for row in rows)} decisions; {len(wrong)} breaches")
    for line in wrong[:50]:
        print("BREACH", line)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("base", help="the commit before")
    parser.add_argument("result", help="the garden commit")
    parser.add_argument("report", type=pathlib.Path, help="what `garden tend --report` wrote")
    parser.add_argument("--limit", type=int, default=8, help="links per pattern, as configured (default: %(default)s)")
    arguments = parser.parse_args()
    report = json.loads(arguments.report.read_text())
    return 1 if check(arguments.repository, arguments.base, arguments.result, report, arguments.limit) else 0


if __name__ == "__main__":
    sys.exit(main())
