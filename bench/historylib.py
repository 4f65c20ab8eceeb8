"""A long history of a pattern library, made up from a seed: what people, forges and Graph Garden do to one in years.

Nothing of it is run here: commits are written with `git fast-import`, and the steps say which refs were pushed to which commits,
one push after another. Besides each commit carries what its stewards meant (`meant`), so that nobody has to guess it later:
(pattern id, kind of entry, id of entry) -> verdict.

In it, at the seed's choice: edits, additions, removals, files that move, slugs that change; merges, squashes, reverts, force pushes,
a branch that is deleted and made again; one push with many new files and one with many renames; garden commits with their trailers,
on the branch itself or on one of their own that is merged, squashed, rebased or closed; and stewards who delete, promote and edit
what was planted, put sections off, revert garden commits and take that back.
"""

import dataclasses
import random
import subprocess
import typing

from benchlib import git
from steward import WORDS, sentence

MAIN = "refs/heads/main"
START = 1767258000  # 2026-01-01 09:00 UTC; each commit is ten minutes younger than the one before
PEOPLE = ("Ada Gardener", "Ben Digger", "Cleo Sower")
GARDEN = "Graph Garden"
LINK_TYPES = ("complementary", "enables", "requires", "alternatives")
EMPTY = {"entity": "entities", "community": "communities", "link": "inferred_links"}


class Entry(typing.NamedTuple):
    """An entry of a section; `fields` are its further lines, name and text."""
    kind: str
    id: str
    fields: tuple
    planted: bool = True


class Pattern(typing.NamedTuple):
    """A file. `section` is a tuple of entries, None when there is none, or "off"; `pruned` its date."""
    id: str
    path: str
    slug: str = ""
    title: str = ""
    body: str = ""
    relations: tuple = ()
    section: object = None
    pruned: str = ""

    def text(self):
        if not self.slug:
            return self.body
        lines = ["---", f"id: {self.id}", f"slug: {self.slug}", f'title: "{self.title}"']
        if self.relations:
            lines.append("relationships:")
            for kind in sorted({kind for kind, _ in self.relations}):
                lines.append(f"  {kind}:")
                lines += [f"    - slug: {target}" for each, target in self.relations if each == kind]
        if self.section == "off":
            lines.append("graph_garden: false")
        elif self.section is not None:
            lines += ["graph_garden:", f"  last_pruned: {self.pruned}"]
            for kind, name in EMPTY.items():
                entries = [entry for entry in self.section if entry.kind == kind]
                lines.append(f"  {name}:" if entries else f"  {name}: []")
                for entry in entries:
                    lines.append(f"    - {'target' if kind == 'link' else 'id'}: {entry.id}")
                    lines += [f"      {field}: {value}" for field, value in entry.fields]
        return "\n".join([*lines, "license: MIT", "---", "", self.body, ""])


@dataclasses.dataclass(frozen=True)
class Commit:
    id: str
    parents: tuple
    tree: dict  # by pattern id
    meant: dict
    message: str
    made: str = "people"  # people, garden, steward or merge
    mark: int = 0

    @property
    def first(self):
        return self.parents[0] if self.parents else None


@dataclasses.dataclass(frozen=True)
class Step:
    """One push: its name, and what it moves; None deletes a ref."""
    name: str
    refs: dict
    before: str = ""

    @property
    def head(self):
        return self.refs.get(MAIN)


class Importer:
    """Writes commits into a repository, whose ids it gives at once."""

    def __init__(self, repository):
        git(repository, "init", "-q", "--bare", "-b", "main")
        self.process = subprocess.Popen(["git", "-C", str(repository), "fast-import", "--quiet", "--date-format=raw"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.count = 0

    def commit(self, parents, tree, message, author):
        self.count += 1
        when = START + 600 * self.count
        base = parents[0].tree if parents else {}
        out = [f"commit refs/made/{self.count}\nmark :{self.count}\n"
               f"author {author} <{author.split()[0].lower()}@localhost> {when} +0000\n"
               f"committer {author} <{author.split()[0].lower()}@localhost> {when} +0000\n".encode(), data(message.encode())]
        out += [f"{'merge' if number else 'from'} :{parent.mark}\n".encode() for number, parent in enumerate(parents)]
        for key, old in base.items():
            new = tree.get(key)
            if new is None or new.path != old.path:
                out.append(f"D {old.path}\n".encode())
        for key, new in tree.items():
            if base.get(key) is not new and base.get(key) != new:
                out += [f"M 100644 inline {new.path}\n".encode(), data(new.text().encode())]
        out.append(f"get-mark :{self.count}\n".encode())
        self.process.stdin.write(b"".join(out))
        self.process.stdin.flush()
        return self.process.stdout.readline().decode().strip()

    def close(self):
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise SystemExit("git fast-import failed")


def data(content):
    return b"data %d\n%s\n" % (len(content), content)


class History:
    """Makes it up. `steps` are the pushes, `head` the last commit, `repository` holds all commits."""

    def __init__(self, repository, seed, commits=500, added=1989, renamed=187, first=150):
        repository.mkdir(parents=True)
        self.repository, self.draw = repository, random.Random(seed)
        self.importer = Importer(repository)
        self.names, self.steps, self.kinds = 0, [], {}
        self.pushed, self.open = None, None  # the main that was pushed last; the open garden branch: (ref, base, tip)
        self.floor = self.head = self._commit((), self._files(first, "first"), {}, "Begin the library")
        self._push("begin")
        large = {commits * 3 // 10: lambda: self._many_added(added), commits * 11 // 20: lambda: self._many_renamed(renamed)}
        while self.importer.count < commits or self.head is not self.pushed:
            due = [at for at in large if at <= self.importer.count]
            if due:
                self._large(large.pop(due[0]))
            elif self.importer.count >= commits or not self._something():
                self._push("rest")
        self.importer.close()

    # Commits and pushes

    def _commit(self, parents, tree, meant, message, author=None, made="people"):
        author = author or self.draw.choice(PEOPLE)
        made_id = self.importer.commit(parents, tree, message, author)
        return Commit(made_id, tuple(parents), tree, meant, message, made, self.importer.count)

    def _change(self, changed, message, meant=None, author=None, made="people", on=None):
        """A commit on the head, or on another, that changes (or with None takes away) these patterns."""
        base = on or self.head
        tree = {key: value for key, value in {**base.tree, **changed}.items() if value is not None}
        gone = {key for key, value in changed.items() if value is None}
        wanted = {key: verdict for key, verdict in {**base.meant, **(meant or {})}.items() if verdict and key[0] not in gone}
        commit = self._commit((base,), tree, wanted, message, author, made)
        if on is None:
            self.head = commit
        return commit

    def _push(self, name, further=None):
        """Pushes the head, with what else moves: ref -> commit, or None to delete it."""
        refs = {MAIN: self.head.id} if self.head is not self.pushed else {}
        refs |= further or {}
        if refs:
            self.steps.append(Step(name, refs, self.pushed.id if self.pushed else "0" * 40))
            self.pushed = self.head

    def _large(self, make):
        self._push("rest")
        make()
        self.floor = self.head
        self._push("many")

    def _something(self):
        """One thing that happens; a part of the commits is held back, to be pushed together with the next."""
        kinds = {"edit": 30, "add": 8, "remove": 4, "move": 6, "rename": 6, "merge": 8, "squash": 4, "revert": 12, "force": 6, "note": 3,
                 "recreate": 2, "tend": 16, "branch": 12, "reject": 12, "promote": 6, "pin": 7, "opt_out": 12, "by_hand": 4,
                 "revert_garden": 4, "broken": 2}
        kind = self.draw.choices(list(kinds), list(kinds.values()))[0]
        before = self.importer.count, len(self.steps)
        getattr(self, "_" + kind)()
        if (self.importer.count, len(self.steps)) == before:
            return True
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if self.draw.random() < 0.75:
            self._push(kind)
        return True

    # What people write

    def _name(self):
        self.names += 1
        return f"{self.draw.choice(WORDS)}-{self.draw.choice(WORDS)}-{self.names}"

    def _file(self, folder):
        slug = self._name()
        return Pattern(f"pat_{self.names}", f"{folder}/{slug}.md", slug, slug.replace("-", " ").title(),
                       f"## Problem\n\n{sentence(self.draw, 30)}\n\n## Therefore\n\n{sentence(self.draw, 20)}")

    def _files(self, count, folder):
        files = {}
        for _ in range(count):
            file = self._file(folder)
            files[file.id] = file
        return files

    def _patterns(self, count, fits=lambda pattern: True):
        found = [pattern for pattern in self.head.tree.values() if pattern.slug and fits(pattern)]
        return self.draw.sample(found, min(count, len(found)))

    def _edited(self, pattern):
        number = self.importer.count
        return pattern._replace(title=f"{pattern.title.split(' of ')[0]} of {number}", body=f"{pattern.body} {sentence(self.draw, 6)}")

    def _edit(self):
        some = self._patterns(self.draw.choice((1, 1, 2, 4)))
        self._change({each.id: self._edited(each) for each in some}, f"Edit {len(some)} patterns")

    def _add(self):
        self._change(self._files(self.draw.choice((1, 2, 3)), "later"), "Add patterns")

    def _remove(self):
        targets = self._targets()
        some = self._patterns(self.draw.choice((1, 2)), lambda each: each.slug not in targets)
        self._change({each.id: None for each in some}, "Remove patterns")

    def _move(self):
        some = self._patterns(self.draw.choice((1, 3)))
        self._change({each.id: each._replace(path=f"moved/{self.importer.count}/{each.slug}.md") for each in some}, "Move files")

    def _renamed(self, pattern):
        slug = self._name()
        return pattern._replace(slug=slug, path=f"{pattern.path.rsplit('/', 1)[0]}/{slug}.md")

    def _rename(self):
        targets = self._targets()
        some = self._patterns(1, lambda each: each.slug not in targets)
        self._change({each.id: self._renamed(each) for each in some}, "Rename a pattern")

    def _targets(self):
        """Slugs that links point at, or did and stewards said something of it: they keep their names."""
        found = {entry.id for each in self.head.tree.values() if isinstance(each.section, tuple)
                 for entry in each.section if entry.kind == "link"}
        if self.open:
            found |= {entry.id for each in self.open[2].tree.values() if isinstance(each.section, tuple)
                      for entry in each.section if entry.kind == "link"}
        return found | {entry for _, kind, entry in self.head.meant if kind == "link"}

    def _note(self):
        note = Pattern(f"note_{self.importer.count}", f"notes/{self.importer.count} of a meeting.md", body=sentence(self.draw, 12) + "\n")
        self._change({note.id: note}, "Take notes")

    def _broken(self):
        """A file that cannot be read, and in the next commit can."""
        file = self._file("mended")
        self._change({file.id: Pattern(file.id, file.path, body=f"---\nslug: {file.slug}\ntitle: [\n---\n\nBody\n")}, "Write in a hurry")
        if self.draw.random() < 0.7:
            self._push("broken")
        self._change({file.id: file}, "Mend it")

    def _many_added(self, count):
        self._change(self._files(count, "many"), f"Add {count} patterns")

    def _many_renamed(self, count):
        targets = self._targets()
        some = self._patterns(count, lambda each: each.slug not in targets)
        changed = {each.id: self._renamed(each) if number % 3 else each._replace(path=f"renamed/{each.slug}.md")
                   for number, each in enumerate(some)}
        self._change(changed, f"Rename {len(some)} patterns")

    # What people do with Git

    def _back(self, most):
        """A commit at most so many first parents before the head; the large ones are not gone behind."""
        commit = self.head
        for _ in range(self.draw.randint(1, most)):
            commit = commit if commit is self.floor else commit.first
        return commit

    def _side(self):
        """Commits beside the head: (where they begin, the last of them)."""
        base = tip = self._back(6)
        for _ in range(self.draw.randint(1, 3)):
            some = self.draw.sample([each for each in base.tree.values() if each.slug], 2)
            tip = self._change({each.id: self._edited(tip.tree[each.id]) for each in some}, "Edit aside", on=tip)
        return base, tip

    def _merged(self, base, tip):
        """The tree and the meaning of the head with what happened between the two; None when they do not go together."""
        tree = dict(self.head.tree)
        for key in base.tree.keys() | tip.tree.keys():
            was, now, here = base.tree.get(key), tip.tree.get(key), tree.get(key)
            if was == now or now == here:
                continue
            if was == here:
                tree[key] = now
            elif None in (was, now, here):
                return None
            else:
                fields = [there if here_ == was_ else here_ if there == was_ or there == here_ else conflict
                          for was_, there, here_ in zip(was, now, here)]
                if conflict in fields:
                    return None
                tree[key] = Pattern(*fields)
        meant = dict(self.head.meant)
        for key in base.meant.keys() | tip.meant.keys():
            if base.meant.get(key) != tip.meant.get(key):
                meant[key] = tip.meant.get(key)
        return ({key: value for key, value in tree.items() if value is not None},
                {key: value for key, value in meant.items() if value and key[0] in tree and tree[key[0]]})

    def _merge(self):
        base, tip = self._side()
        merged = self._merged(base, tip)
        if merged:
            self.head = self._commit((self.head, tip), *merged, "Merge branch 'aside'")

    def _squash(self):
        base, tip = self._side()
        merged = self._merged(base, tip)
        if merged:
            self.head = self._commit((self.head,), *merged, f"Edit in one go (#{self.importer.count})\n\n* {tip.message}\n")

    def _revert(self):
        """Of a commit of people whose files nobody touched since."""
        commit = self._back(4)
        if commit is not self.floor and commit.made == "people" and len(commit.parents) == 1 and commit.meant == commit.first.meant == self.head.meant:
            changed = self._undone(commit)
            if changed and None not in changed.values() and all(key in commit.tree for key in changed):
                self._change(changed, reverting(commit))

    def _undone(self, commit):
        """What takes a commit back: pattern id -> as it was before; None when it was touched since, or it is of too many."""
        before, changed = commit.first.tree, {}
        for key in before.keys() | commit.tree.keys():
            if before.get(key) != commit.tree.get(key):
                if commit.tree.get(key) != self.head.tree.get(key):
                    return None
                changed[key] = before.get(key)
        return changed if len(changed) < 50 else None

    def _force(self):
        """The last commits are thrown away, and others written instead."""
        self._push("rest")
        back = self._back(3)
        if self.open and not reaches(back, self.open[1]):
            return
        self.head = back
        self._edit()
        self._push("force")

    def _recreate(self):
        self._push("rest")
        self.steps.append(Step("delete the branch", {MAIN: None}, self.pushed.id))
        self._edit()
        self.steps.append(Step("make it again", {MAIN: self.head.id}, "0" * 40))
        self.pushed = self.head

    # What Graph Garden does

    def _entry(self, kind, others):
        number, word = self.importer.count, self.draw.choice(WORDS)
        confidence = f"0.{self.draw.randint(70, 95)}"
        if kind == "link":
            return Entry(kind, self.draw.choice(others), (("type", self.draw.choice(LINK_TYPES)), ("confidence", confidence),
                                                          ("reason", f'"Both speak of the {word}."')))
        if kind == "community":
            return Entry(kind, f"circle-of-{word}", (("label", f'"Circle of {word.title()}"'), ("source", "inferred"),
                                                     ("confidence", confidence)))
        return Entry(kind, f"{word}-{number}", (("type", "concept"), ("label", f'"{word.title()} {number}"'), ("relevance", confidence)))

    def _planted(self, pattern, on):
        """A pattern with some entries more, as far as nobody minds."""
        entries = list(pattern.section or ())
        others = [each.slug for each in on.tree.values() if each.slug and each.id != pattern.id]
        minded = {(kind, entry) for id_, kind, entry in on.meant if id_ == pattern.id}
        curated = {target for _, target in pattern.relations}
        for _ in range(self.draw.randint(1, 4)):
            entry = self._entry(self.draw.choice(("entity", "link", "link", "community")), others)
            taken = {(each.kind, each.id) for each in entries} | minded
            if (entry.kind, entry.id) not in taken and entry.id not in curated:
                entries.append(entry)
        return pattern._replace(section=tuple(entries), pruned=self._date())

    def _date(self):
        day = self.importer.count * 600 // 86400
        return f"2026-{1 + day // 28:02}-{1 + day % 28:02}"

    def _tending(self, on):
        """A garden commit on another commit: plants here and there, drops one of its own now and then."""
        opted_out = {id_ for (id_, kind, _), _ in on.meant.items() if kind == "section"}
        fit = [each for each in on.tree.values() if each.slug and each.section != "off" and each.id not in opted_out]
        some = self.draw.sample(fit, min(len(fit), self.draw.randint(2, 12)))
        changed = {}
        for each in some:
            planted = self._planted(each, on)
            if self.draw.random() < 0.2:
                own = [entry for entry in planted.section if entry.planted and (each.id, entry.kind, entry.id) not in on.meant]
                planted = planted._replace(section=without(planted.section, self.draw.choice(own))) if own else planted
            changed[each.id] = planted
        message = (f"Tend {len(changed)} patterns\n\n{len(changed):6}  entity plant: new\n\n"
                   f"Garden-Cycle: sample/{self.importer.count}\nGarden-Base: {on.id}\nGarden-Model: made-up\n")
        return self._change(changed, message, author=GARDEN, made="garden", on=on)

    def _tend(self):
        self.head = self._tending(self.head)

    def _branch(self):
        """Opens a garden branch, or brings the open one to its end."""
        if self.open is None:
            ref = f"refs/heads/graph-garden/{self._date()}-{self.importer.count}"
            self._push("rest")
            base, tip = self.head, self._tending(self.head)
            self.open = ref, base, tip
            self._push("garden branch", {ref: tip.id})
            if self.draw.random() < 0.5:
                tip = self._spoken(self.draw.choice((self._rejected, self._pinned)), on=tip)
                self.open = ref, base, tip
                self._push("edit on the garden branch", {ref: tip.id})
            return
        ref, base, tip = self.open
        ways = ("merge", "merge", "rebase", "close") if tip.made != "garden" else ("merge", "squash", "rebase", "close")
        way = self.draw.choice(ways)
        merged = self._merged(base, tip)
        if way != "close" and merged:
            self._bring(way, base, tip, merged)
        self.open = None
        self._push(f"garden branch: {way}", {ref: None})

    def _bring(self, way, base, tip, merged):
        if way == "merge":
            self.head = self._commit((self.head, tip), *merged, "Merge branch 'graph-garden'", made="merge")
        elif way == "squash":
            message = f"Tend the garden (#{self.importer.count})\n\n* {tip.message}"
            self.head = self._commit((self.head,), *merged, message, made="merge")
        else:
            chain = []
            while tip is not base:
                chain.append(tip)
                tip = tip.first
            before = base
            for commit in reversed(chain):
                step = self._merged(before, commit)
                self.head = self._commit((self.head,), *step, commit.message, GARDEN if commit.made == "garden" else None, commit.made)
                before = commit

    # What stewards say of it

    def _own(self, on, kinds):
        """Planted entries of which nobody said anything: (pattern, entry)."""
        return [(each, entry) for each in on.tree.values() if isinstance(each.section, tuple)
                for entry in each.section if entry.planted and entry.kind in kinds and (each.id, entry.kind, entry.id) not in on.meant]

    def _spoken(self, say_, on=None):
        return say_(on or self.head, on) or on or self.head

    def _rejected(self, state, on):
        own = self._own(state, EMPTY)
        if own:
            pattern, entry = self.draw.choice(own)
            changed = pattern._replace(section=without(pattern.section, entry))
            return self._change({pattern.id: changed}, "Not that", {(pattern.id, entry.kind, entry.id): "REJECTED"}, on=on, made="steward")
        return None

    def _pinned(self, state, on):
        own = self._own(state, EMPTY)
        if own:
            pattern, entry = self.draw.choice(own)
            field = {"link": "reason", "entity": "label", "community": "label"}[entry.kind]
            fields = tuple((name, f'"As a steward says it, {self.importer.count}"' if name == field else value) for name, value in entry.fields)
            section = tuple(each._replace(fields=fields) if each == entry else each for each in pattern.section)
            return self._change({pattern.id: pattern._replace(section=section)}, "Say it better",
                                {(pattern.id, entry.kind, entry.id): "PINNED"}, on=on, made="steward")
        return None

    def _reject(self):
        self._spoken(self._rejected)

    def _pin(self):
        self._spoken(self._pinned)

    def _promote(self):
        own = self._own(self.head, ("link",))
        if own:
            pattern, entry = self.draw.choice(own)
            changed = pattern._replace(section=without(pattern.section, entry),
                                       relations=(*pattern.relations, (dict(entry.fields)["type"], entry.id)))
            self._change({pattern.id: changed}, "This one is right", {(pattern.id, "link", entry.id): "PROMOTED"}, made="steward")

    def _opt_out(self):
        """Of patterns of which nobody said anything yet."""
        spoken = {id_ for id_, _, _ in self.head.meant}
        own = [each for each, _ in self._own(self.head, EMPTY) if each.id not in spoken]
        if own and self.open is None:
            pattern = self.draw.choice(own)
            self._change({pattern.id: pattern._replace(section=self.draw.choice((None, "off")))}, "Leave this one alone",
                         {(pattern.id, "section", ""): "OPTED_OUT"}, made="steward")

    def _by_hand(self):
        """An entity that a person writes, which is the garden's vocabulary."""
        some = self._patterns(1, lambda each: each.section != "off" and (each.id, "section", "") not in self.head.meant)
        for each in some:
            entry = self._entry("entity", [])._replace(id=f"by-hand-{self.importer.count}", planted=False)
            self._change({each.id: each._replace(section=(*(each.section or ()), entry), pruned=each.pruned or "2026-01-01")},
                         "Name a thing", made="steward")

    def _revert_garden(self):
        """A garden commit that only planted is taken back; now and then that is taken back as well."""
        commit = self._tending(self.head)
        planted = {key: set(new.section) - set(commit.first.tree[key].section or ()) for key, new in commit.tree.items()
                   if new != commit.first.tree.get(key)}
        dropped = [key for key in planted if not set(commit.first.tree[key].section or ()) <= set(commit.tree[key].section)]
        self.head = commit
        if dropped:
            return
        self._push("tend")
        meant = {(key, entry.kind, entry.id): "REJECTED" for key, entries in planted.items() for entry in entries}
        revert = self._change({key: commit.first.tree[key] for key in planted}, reverting(commit), meant, made="steward")
        if self.draw.random() < 0.3:
            self._push("revert_garden")
            self._change({key: commit.tree[key] for key in planted}, reverting(revert), dict.fromkeys(meant), made="steward")


conflict = object()


def without(section, entry):
    return tuple(each for each in section if each != entry)


def reverting(commit):
    return f'Revert "{commit.message.splitlines()[0]}"\n\nThis reverts commit {commit.id}.\n'


def reaches(tip, commit):
    """Whether the first parents of one commit lead to the other."""
    while tip is not None and tip is not commit:
        tip = tip.first
    return tip is commit


def push(step, source, bare):
    """Pushes it, for real."""
    git(source, "push", "-q", "--force", str(bare), *(f"{commit or ''}:{ref}" for ref, commit in step.refs.items()))
