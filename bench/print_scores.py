#!/usr/bin/env python3
"""Prints what evaluate.sh left in a folder as tables, and checks it against the bounds.

usage: print_scores.py FOLDER      exit code: 0 within the bounds, 1 outside, 2 usage
"""
import json
import pathlib
import sys

from benchlib import table

# recall@10 and MRR of the TF-IDF baseline that has to be reached, as published with the scoring programs.
BASELINE = {"commons": (0.514, 0.782), "privacy": (0.482, 0.781), "java": (0.438, 0.574)}
ENTITIES_F1 = 0.25


def main():
    if len(sys.argv) != 2 or sys.argv[1] == "--help":
        print(__doc__)
        return 2
    folder = pathlib.Path(sys.argv[1])
    read = lambda name: json.loads((folder / f"{name}-score.json").read_text())
    rows, confidence, reached = [], [], True
    for library, (recall, mrr) in BASELINE.items():
        links = read(f"{library}-links")
        holds = round(links["recall@10"], 3) >= recall and round(links["mrr"], 3) >= mrr
        reached &= holds
        rows.append((library, f"{links['recall@10']:.3f}", f"{recall:.3f}", f"{links['mrr']:.3f}", f"{mrr:.3f}",
                     f"{links['ndcg@10']:.3f}", "yes" if holds else "NO"))
        judged = read(f"{library}-judged")
        confidence.append((library, judged["auc_keep"], judged["auc_clear"], judged["ece"], judged["brier"], judged["type_accuracy"]))
    table(rows, ("links", "recall@10", "baseline", "MRR", "baseline", "nDCG@10", "reached"))
    print()
    table(confidence, ("confidence, by judged pairs", "AUC kept", "AUC clearly useful", "ECE", "Brier", "type accuracy"))
    print()
    entities = read("entities")
    holds = entities["F1@10_soft"] >= ENTITIES_F1
    table([(entities["docs"], entities["F1@10_exact"], entities["F1@10_soft"], ENTITIES_F1, entities["type_acc_soft"],
            entities["spearman_pooled_exact"], "yes" if holds else "NO")],
          ("entities of files", "F1@10 exact", "F1@10 soft", "bound", "type accuracy", "rank correlation of relevance", "reached"))
    return 0 if reached and holds else 1


if __name__ == "__main__":
    sys.exit(main())
