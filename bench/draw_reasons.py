#!/usr/bin/env python3
"""Draws reasons by seed, to be judged by a reader.

Prints number, title, title and reason of links that would be planted. With --shuffled half of the reasons belong to another
drawn pair; which ones is in the file named by --key, so that the reader can judge blind. The same file, seed and options
draw the same. Exit code: 0, or 2 usage.
"""
import argparse
import json
import random
import sys

from reasonlib import planted, records


def kind(link):
    """What the reason rests on."""
    reason = link["reason"]
    pieces = [piece for piece in link["evidence"] if piece["quote"] and piece["quote"][:20].strip() in reason]
    return pieces[0]["kind"] if pieces else "shared_terms" if reason.startswith("Both") else "similar_meaning"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("enriched", help="what --enriched wrote")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--number", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--threshold", type=float, default=0.82, help="least confidence (default 0.82)")
    parser.add_argument("--most", type=int, default=8, help="links a pattern holds (default 8)")
    parser.add_argument("--shuffled", action="store_true", help="give half of the pairs the reason of another")
    parser.add_argument("--key", help="file for the answers: kinds of evidence and which reasons are shuffled")
    arguments = parser.parse_args()
    found = records(arguments.enriched)
    links = [(slug, link) for slug in sorted(found)
             for link in planted(found[slug], arguments.threshold, arguments.most) if link["target"] in found]
    chance = random.Random(arguments.seed)
    drawn = chance.sample(links, min(arguments.number, len(links)))
    foreign = chance.sample(range(len(drawn)), len(drawn) // 2) if arguments.shuffled else []
    reasons = [link["reason"] for _, link in drawn]
    for place, number in enumerate(foreign):
        reasons[number] = drawn[foreign[(place + 1) % len(foreign)]][1]["reason"]
    for number, (slug, link) in enumerate(drawn):
        print(f"{number + 1}\t{found[slug]['title']}\t{found[link['target']]['title']}\t{reasons[number]}")
    if arguments.key:
        with open(arguments.key, "w", encoding="utf-8") as out:
            for number, (slug, link) in enumerate(drawn):
                answer = {"number": number + 1, "kind": kind(link), "shuffled": number in foreign,
                          "source": slug, "target": link["target"]}
                out.write(json.dumps(answer) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
