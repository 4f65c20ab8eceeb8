#!/usr/bin/env python3
"""Writes a synthetic library of any size, to measure speed and memory with. The same arguments give the same bytes.

Words are made of syllables, joined by English function words; none comes from any library. What is like real libraries:

* how often the r-th content word is used: C / ((r + q)^a (1 + (r / s)^b)), after Zipf and Mandelbrot, with a second slope for rare
  words. Fitted to a library of 3,416 files: 6,000 times in a million for the first word, 3,700 for the 10th, 1,200 for the 100th,
  215 for the 1,000th, 6 for the 10,000th; four words in ten are function words;
* how long bodies are: log-normal; that library has 2,656 words in the middle, 1,912 and 3,578 at the tenths, 10,218 at most;
* topics: two for each pattern, with favourite words and word pairs of their own, so that patterns have neighbours;
* titles, summaries, keywords, headings, bold phrases, mentions of other titles, entities in half of the files, curated
  relationships in a third.

OUT is a folder of files; with --git a bare repository of one commit; `-` writes the files to standard output, each ended by a zero byte.
"""
import argparse
import itertools
import math
import pathlib
import random
import subprocess
import sys

from benchlib import FIXED

WORDS = 120_000
SHIFT, SLOPE, KNEE, TAIL = 8, 0.72, 2_500, 1.5
MEDIAN_LENGTH, SPREAD, LONGEST = 2_656, 0.28, 10_218
TOPICAL = 0.4
PHRASES, SHARE_OF_PHRASES = 6_000, 0.3
FUNCTION_WORDS = """the of and to a in that is for it as with be on by this are or from at which an not can their they when has
its have but one more other these than all we where how what who will into only some each also may if such through there about between
both same over while most any very so do was were been being during after before up out then no our your his her my""".split()
SYLLABLES = [c + v for c in "b d f g k l m n p r s t v z br dr gl kr pl sk st tr".split() for v in "a e i o u".split()]
HEADINGS = "Overview Context Problem Forces Solution Practice Steps Example Variations Consequences Evidence Limits".split()
LINK_TYPES = "generalizes_from specializes_to enables requires alternatives complementary tools".split()
ENTITY_TYPES = "concept method tool practice role place".split()


def spellings(count):
    """Different words, shorter ones first; none is a function word of English."""
    lengths = itertools.chain.from_iterable(itertools.product(SYLLABLES, repeat=n) for n in (2, 3))
    return ["".join(syllables) + "n" for syllables in itertools.islice(lengths, count)]


def frequency(rank):
    return 1 / ((rank + SHIFT) ** SLOPE * (1 + (rank / KNEE) ** TAIL))


class Draw:
    """Draws from a population by weight."""

    def __init__(self, population, weights):
        self.population, self.sums = population, list(itertools.accumulate(weights))

    def many(self, chance, count):
        return chance.choices(self.population, cum_weights=self.sums, k=count)


class Topic:
    """Favourite words, and pairs of them that stand together."""

    def __init__(self, chance, words):
        ranks = [int(math.exp(chance.uniform(math.log(60), math.log(len(words) - 1)))) for _ in range(350)]
        self.words = [words[rank] for rank in dict.fromkeys(ranks)]
        self.terms = [f"{chance.choice(self.words)} {chance.choice(self.words)}" for _ in range(90)]
        population = self.words + self.terms
        self.draw = Draw(population, [1 / (place % 350 + 5) ** 0.9 for place in range(len(population))])

    def phrase(self, chance):
        return chance.choice(self.terms[:40])


class Garden:
    def __init__(self, patterns, seed):
        self.chance = random.Random(seed)
        words = spellings(WORDS)
        self.chance.shuffle(words)
        weights = [frequency(rank) for rank in range(1, WORDS + 1)]
        firsts, seconds = (Draw(words[:6_000], weights[:6_000]).many(self.chance, PHRASES) for _ in range(2))
        phrases = [f"{first} {second}" for first, second in zip(firsts, seconds)]
        common = [SHARE_OF_PHRASES * sum(weights) / (rank + 30) / 5 for rank in range(PHRASES)]
        self.all = Draw(words + phrases, weights + common)
        self.topics = [Topic(self.chance, words) for _ in range(max(8, round(2 * math.sqrt(patterns))))]
        self.templates = [self.template() for _ in range(600)]
        self.belongs = [self.chance.sample(range(len(self.topics)), 2) for _ in range(patterns)]
        self.names = self.titles()
        self.members = [[] for _ in self.topics]
        for number, (first, _) in enumerate(self.belongs):
            self.members[first].append(number)

    def template(self):
        """A sentence with places for content words, six in ten."""
        words = []
        while len(words) < self.chance.randint(7, 26):
            function = int(self.chance.expovariate(1 / 14))
            words.append("%s" if self.chance.random() < 0.6 else FUNCTION_WORDS[function % len(FUNCTION_WORDS)])
        if "%s" not in words:
            words.append("%s")
        return " ".join(words)

    def titles(self):
        taken, names = set(), []
        for first, second in self.belongs:
            words = (self.topics[first].phrase(self.chance) + " " + self.chance.choice(self.topics[second].words)).split()
            while " ".join(words) in taken:
                words[-1] = self.chance.choice(self.all.population)
            taken.add(" ".join(words))
            names.append(words)
        return names

    def title(self, number):
        return " ".join(self.names[number]).title()

    def slug(self, number):
        return "-".join(self.names[number])

    def content(self, topics, count):
        topical = round(TOPICAL * count)
        words = self.all.many(self.chance, count - topical)
        words += topics[0].draw.many(self.chance, topical * 2 // 3) + topics[1].draw.many(self.chance, topical - topical * 2 // 3)
        self.chance.shuffle(words)
        return words

    def text(self, topics, length):
        """Sentences, in paragraphs of five; the length counts function words too."""
        words = self.content(topics, max(8, round(length * 0.48)))
        sentences, at = [], 0
        while at < len(words):
            template = self.chance.choice(self.templates)
            places = template.count("%s")
            if at + places > len(words):
                template, places = " ".join(["%s"] * (len(words) - at)), len(words) - at
            sentence = template % tuple(words[at:at + places])
            sentences.append(sentence[0].upper() + sentence[1:] + ".")
            at += places
        return sentences

    def body(self, number, topics):
        length = min(LONGEST, round(math.exp(self.chance.gauss(math.log(MEDIAN_LENGTH), SPREAD))))
        sections = self.chance.randint(6, len(HEADINGS))
        near = self.members[self.belongs[number][0]]
        named = [other for other in self.chance.sample(near, min(len(near), self.chance.randint(0, 3))) if other != number]
        out = []
        for heading in HEADINGS[:sections]:
            sentences = self.text(topics, length // sections)
            if named and self.chance.random() < 0.5:
                sentences.append(f"It works well together with {self.title(named.pop())} \u2014 see there.")
            if self.chance.random() < 0.4:
                sentences[0] = f"**{topics[0].phrase(self.chance)}** \u2013 {sentences[0]}"
            paragraphs = [" ".join(sentences[at:at + 5]) for at in range(0, len(sentences), 5)]
            out.append(f"## {heading}\n\n" + "\n\n".join(paragraphs) + "\n")
        return "\n".join(out)

    def file(self, number):
        chance = self.chance
        topics = [self.topics[topic] for topic in self.belongs[number]]
        summary = " ".join(self.text(topics, chance.randint(25, 55)))
        keywords = [topic.phrase(chance) for topic in (topics[0], topics[0], topics[1])]
        lines = ["---", f"slug: {self.slug(number)}", f"title: {self.title(number)}", "aliases: []", f"summary: {summary}",
                 "classification:", f"  domain: domain {self.belongs[number][0] % 40}", "keywords:", *(f"- {keyword}" for keyword in keywords)]
        near = self.members[self.belongs[number][0]]
        if chance.random() < 1 / 3 and len(near) > 1:
            lines.append("relationships:")
            others = sorted(set(chance.sample(near, min(4, len(near)))) - {number})
            for kind, group in itertools.groupby(others, key=lambda other: LINK_TYPES[other % len(LINK_TYPES)]):
                if f"  {kind}:" not in lines:
                    lines += [f"  {kind}:", *(f"  - {self.slug(other)}" for other in group)]
        if chance.random() < 1 / 2:
            labels = dict.fromkeys(topics[place % 2].phrase(chance) for place in range(8))
            lines += ["graph_garden:", "  last_pruned: 2026-01-01", "  entities:"]
            for place, label in enumerate(labels):
                kind = ENTITY_TYPES[len(label) % len(ENTITY_TYPES)]
                lines += [f"    - id: {label.replace(' ', '-')}", f"      type: {kind}", f"      label: \"{label.title()}\"",
                          f"      relevance: {0.95 - place / 20:.2f}"]
        return "\n".join(lines) + "\n---\n\n" + self.body(number, topics)


def fast_import(out, files):
    """One commit, through git fast-import; order and clock are fixed."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(out)], check=True)
    importing = subprocess.Popen(["git", "-C", str(out), "fast-import", "--quiet"], stdin=subprocess.PIPE)
    who = f"{FIXED['GIT_AUTHOR_NAME']} <{FIXED['GIT_AUTHOR_EMAIL']}> 1767225600 +0000"
    with importing.stdin as stream:
        stream.write(f"commit refs/heads/main\ncommitter {who}\ndata 19\nA synthetic library\n".encode())
        for slug, text in files:
            data = text.encode()
            stream.write(f"M 100644 inline patterns/{slug}.md\ndata {len(data)}\n".encode() + data + b"\n")
    if importing.wait() != 0:
        raise SystemExit("git fast-import failed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT", help="a folder that does not exist yet, or -")
    parser.add_argument("--patterns", type=int, default=3_400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--git", action="store_true", help="write a bare Git repository")
    arguments = parser.parse_args()
    if arguments.patterns < 1:
        parser.error("--patterns must be at least 1")
    out = pathlib.Path(arguments.out)
    if arguments.out != "-" and out.exists():
        parser.error(f"{out} is there already")
    garden = Garden(arguments.patterns, arguments.seed)
    files = ((garden.slug(number), garden.file(number)) for number in range(arguments.patterns))
    if arguments.out == "-":
        for _, text in files:
            sys.stdout.buffer.write(text.encode() + b"\0")
    elif arguments.git:
        fast_import(out, files)
    else:
        out.mkdir(parents=True)
        for slug, text in files:
            (out / f"{slug}.md").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
