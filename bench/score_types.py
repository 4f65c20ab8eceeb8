#!/usr/bin/env python3
"""Scores the types of predicted links against typed relationships or judged pairs.

PRED holds one JSON object a line: {source, target, type}. GOLD either {source, target, type} (curated) or {library, source, target, verdict,
type} (judged; --library chooses, verdict 0 and near-duplicates are no links and are left out). Only pairs of both files count.
A pair that GOLD leaves untyped has the inverse of its other direction's type; where that is missing too, nobody knows and it is left out.
--literal takes GOLD by the letter instead: untyped is a type of its own that nobody can say, as is `duplicate`.

Prints accuracy beside that of always saying `complementary`, macro-F1 over the types that GOLD has, for each specific type its precision and
recall, and the share of pairs for which one was said. Exit code: 0 when accuracy, macro-F1 and precision reach their bounds, else 1.

  score_types.py links.jsonl gold.jsonl
  score_types.py links.jsonl judged.jsonl --library garden --json
"""
import argparse
import json
import sys

from benchlib import table

ALWAYS = "complementary"
INVERSE = {
    "generalizes_from": "specializes_to", "specializes_to": "generalizes_from", "requires": "enables", "enables": "requires"}


def lines(file):
    with open(file, encoding="utf-8") as text:
        return [json.loads(line) for line in text if line.strip()]


def truth(rows, library, literal):
    """The right type by pair."""
    rows = [row for row in rows if row.get("verdict", 1) > 0 and (library is None or row.get("library") == library)]
    written = {(row["source"], row["target"]): row.get("type") for row in rows}
    if literal:
        return written
    known = {}
    for (source, target), kind in written.items():
        other = written.get((target, source))
        kind = kind or other and INVERSE.get(other, other)
        if kind and kind != "duplicate":
            known[source, target] = kind
    return known


def f1(pairs, kind):
    right = sum(gold == kind == said for gold, said in pairs)
    wrong = sum((gold == kind) != (said == kind) for gold, said in pairs)
    return 2 * right / (2 * right + wrong) if right + wrong else 0.0


def score(predicted, gold):
    """All figures, over the pairs that both know."""
    pairs = [(gold[pair], predicted[pair]) for pair in sorted(gold.keys() & predicted.keys())]
    if not pairs:
        sys.exit("PRED and GOLD have no pair in common")
    kinds = sorted({kind for kind, _ in pairs}, key=str)
    figures = {
        "pairs": len(pairs),
        "missing": len(gold) - len(pairs),
        "accuracy": sum(right == said for right, said in pairs) / len(pairs),
        "accuracy_complementary": sum(right == ALWAYS for right, _ in pairs) / len(pairs),
        "macro_f1": sum(f1(pairs, kind) for kind in kinds) / len(kinds),
        "macro_f1_complementary": f1([(right, ALWAYS) for right, _ in pairs], ALWAYS) / len(kinds),
        "share_said": sum(said != ALWAYS for _, said in pairs) / len(pairs),
        "types": {},
    }
    for kind in sorted({str(kind) for pair in pairs for kind in pair}):
        right = sum(str(gold) == kind == said for gold, said in pairs)
        said = sum(said == kind for _, said in pairs)
        there = sum(str(gold) == kind for gold, _ in pairs)
        figures["types"][kind] = {
            "gold": there, "said": said, "right": right,
            "precision": right / said if said else None, "recall": right / there if there else None}
    return figures


def failures(figures, args):
    """What is below its bound, one sentence each."""
    if figures["accuracy"] < figures["accuracy_complementary"]:
        yield f"accuracy {figures['accuracy']:.3f} is below always complementary, {figures['accuracy_complementary']:.3f}"
    if figures["macro_f1"] < args.min_macro_f1:
        yield f"macro-F1 {figures['macro_f1']:.3f} is below {args.min_macro_f1}"
    for kind, of in figures["types"].items():
        if kind != ALWAYS and of["said"] and of["precision"] < args.min_precision:
            yield f"precision of {kind} {of['precision']:.2f} is below {args.min_precision}"


def show(figures):
    names = ("pairs", "missing", "accuracy", "accuracy_complementary", "macro_f1", "macro_f1_complementary", "share_said")
    rows = [(name, f"{figures[name]:.3f}" if isinstance(figures[name], float) else figures[name]) for name in names]
    table(rows, ("figure", "value"))
    number = lambda value: "" if value is None else f"{value:.2f}" if isinstance(value, float) else value
    columns = ("gold", "said", "right", "precision", "recall")
    print()
    table([(kind, *(number(of[c]) for c in columns)) for kind, of in figures["types"].items()], ("type", *columns))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pred")
    parser.add_argument("gold")
    parser.add_argument("--library", help="of judged pairs, those of this library")
    parser.add_argument("--literal", action="store_true", help="take untyped and duplicate as types of their own")
    parser.add_argument("--min-macro-f1", type=float, default=0.4, help="default: %(default)s")
    parser.add_argument("--min-precision", type=float, default=0.6, help="of each specific type that is said; default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    args = parser.parse_args()
    predicted = {(row["source"], row["target"]): row.get("type") or ALWAYS for row in lines(args.pred)}
    figures = score(predicted, truth(lines(args.gold), args.library, args.literal))
    print(json.dumps(figures)) if args.json else show(figures)
    failed = list(failures(figures, args))
    for failure in failed:
        print(failure, file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
