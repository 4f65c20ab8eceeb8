#!/usr/bin/env bash
# Foretells each of three libraries by a model that `garden fit` made of the other two, and scores it.
# usage: leave_one_out.sh EVAL_DIR CORPUS_DIR [OUT_DIR]
#   EVAL_DIR    holds make_eval_garden.py, the scoring programs and gold/
#   CORPUS_DIR  holds privacy-patterns.tar.gz and java-patterns.tar.gz
#   OUT_DIR     keeps gardens, models, predictions and scores (default: a temporary folder that is removed)
# GARDEN names another launcher. Two libraries come with and without the names of linked patterns in their texts (masked, strict):
# the fits learn from both, and each is scored.
set -euo pipefail

if [[ $# -lt 2 || $1 == --help ]]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0"
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
gardens=(commons privacy privacy-strict java java-strict)

make_gardens() {
  [[ -d $out/commons/.git ]] || python3 "$eval_dir/make_eval_garden.py" "$out/commons" >&2
  local name
  for name in privacy java; do
    [[ -d $out/$name/.git ]] || "$bench/make_repository.py" "$corpus/$name-patterns.tar.gz" "$out/$name" --subdir masked >&2
    [[ -d $out/$name-strict/.git ]] ||
      "$bench/make_repository.py" "$corpus/$name-patterns.tar.gz" "$out/$name-strict" --subdir strict >&2
  done
}

fit_without() {
  local left=$1 name repositories=() links=()
  for name in "${gardens[@]}"; do
    [[ ${name%-strict} == "$left" ]] || repositories+=("$out/$name")
  done
  for name in commons privacy java; do
    [[ $name == "$left" ]] || links+=(--links "$eval_dir/gold/links-$name.jsonl")
  done
  "$garden" fit "${repositories[@]}" "${links[@]}" --judged "$eval_dir/gold/judged.jsonl" --parts LINKS \
    --state "$out/state" --name "without-$left" --out "$out/without-$left.json" >"$out/without-$left.txt" 2>&1 \
    || { tail -n 30 "$out/without-$left.txt" >&2; return 1; }
}

score() {
  local name=$1 library=${1%-strict} patterns
  "$garden" tend "$out/$name" --publish none --date 2026-11-01 --allow-refused --state "$out/state" \
    --model "$out/without-$library.json" --enriched "$out/$name.jsonl" >"$out/$name.txt" 2>&1 \
    || { tail -n 30 "$out/$name.txt" >&2; return 1; }
  python3 "$eval_dir/enriched_to_predictions.py" "$out/$name.jsonl" "$out/$name-links.jsonl" "$out/$name-entities.jsonl"
  patterns=$(find "$out/$name" -name '*.md' | wc -l)
  printf '\n%s, by a model of the others\n' "$name"
  python3 "$eval_dir/score_links.py" "$out/$name-links.jsonl" "$eval_dir/gold/links-$library.jsonl" --sym |
    grep -E '^(recall@10|mrr|ndcg@10)'
  python3 "$eval_dir/score_judged.py" "$out/$name-links.jsonl" "$eval_dir/gold/judged.jsonl" "$library" "$patterns"
}

make_gardens
for left in commons privacy java; do
  echo "fitting without $left" >&2
  fit_without "$left"
done
for name in "${gardens[@]}"; do
  echo "scoring $name" >&2
  score "$name"
done
