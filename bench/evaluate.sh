#!/usr/bin/env bash
# Scores the candidate links, confidences and entities of `garden tend --enriched` on three libraries.
# usage: evaluate.sh EVAL_DIR CORPUS_DIR [OUT_DIR]
#   EVAL_DIR    holds make_eval_garden.py, the scoring programs and gold/
#   CORPUS_DIR  holds privacy-patterns.tar.gz and java-patterns.tar.gz
#   OUT_DIR     keeps gardens, predictions and scores (default: a temporary folder that is removed)
# GARDEN names another launcher; BASELINE=1 scores the TF-IDF baseline too (needs numpy and scipy).
set -euo pipefail

if [[ $# -lt 2 || $1 == --help ]]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0"
  exit 2
fi
bench=$(cd "$(dirname "$0")" && pwd)
eval_dir=$(cd "$1" && pwd)
corpus=$(cd "$2" && pwd)
garden=${GARDEN:-$bench/../garden}
if [[ $# -ge 3 ]]; then
  mkdir -p "$3"
  out=$(cd "$3" && pwd)
else
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
fi

make_gardens() {
  [[ -d $out/commons/.git ]] || python3 "$eval_dir/make_eval_garden.py" "$out/commons" >&2
  local name
  for name in privacy java; do
    [[ -d $out/$name/.git ]] || "$bench/make_repository.py" "$corpus/$name-patterns.tar.gz" "$out/$name" --subdir masked >&2
  done
}

tend_and_score() {
  local name=$1
  "$garden" tend "$out/$name" --publish none --date 2026-11-01 --allow-refused --state "$out/state" \
    --enriched "$out/$name.jsonl" --report "$out/$name-report.json" >"$out/$name.log" 2>&1 \
    || { tail -n 30 "$out/$name.log" >&2; return 1; }
  python3 "$eval_dir/enriched_to_predictions.py" "$out/$name.jsonl" "$out/$name-links.jsonl" "$out/$name-entities.jsonl"
  score "$name" "$name-links.jsonl" "$name"
  if [[ $name == commons ]]; then
    python3 "$eval_dir/score_entities.py" "$out/commons-entities.jsonl" "$eval_dir/gold/entities-test.jsonl" --json >"$out/entities-score.json"
  fi
}

score() {
  local library=$1 predictions=$2 name=$3 patterns
  patterns=$(find "$out/$library" -name '*.md' | wc -l)
  python3 "$eval_dir/score_links.py" "$out/$predictions" "$eval_dir/gold/links-$library.jsonl" --sym --json >"$out/$name-links-score.json"
  python3 "$eval_dir/score_judged.py" "$out/$predictions" "$eval_dir/gold/judged.jsonl" "$library" "$patterns" --json >"$out/$name-judged-score.json"
}

make_gardens
for name in commons privacy java; do
  echo "tending $name" >&2
  tend_and_score "$name"
  if [[ ${BASELINE:-} == 1 ]]; then
    python3 "$eval_dir/tfidf_baseline.py" "$out/$name/_patterns" >"$out/$name-baseline.jsonl"
    score "$name" "$name-baseline.jsonl" "$name-baseline"
  fi
done
python3 "$bench/print_scores.py" "$out"
