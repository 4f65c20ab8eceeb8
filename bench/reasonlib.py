"""What the programs on reasons share: reading enriched records and files as a reader sees them."""

import json
import pathlib
import re

LABEL = re.compile(r"^(slug|id|title):[ \t]*(.+?)[ \t]*$", re.M)


def records(enriched):
    """The records of `garden tend --enriched`: slug -> record."""
    with open(enriched, encoding="utf-8") as lines:
        return {record["slug"]: record for record in map(json.loads, lines)}


def files(repository):
    """The Markdown files of a work tree: slug -> text."""
    found = {}
    for path in sorted(pathlib.Path(repository).rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        facts = {key: value.strip("'\"") for key, value in reversed(LABEL.findall(text[:text.find("\n---", 3)]))}
        slug = facts.get("slug") or facts.get("id")
        if slug:
            found.setdefault(slug, text)
    return found


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def planted(record, threshold, most):
    """The links that would be planted: at or above the threshold, the first so many."""
    return [link for link in record["links"][:most] if link["confidence"] >= threshold]
