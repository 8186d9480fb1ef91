#!/bin/sh
# Fuzzes one target for so many seconds; what it printed stands in build-fuzz/TARGET.log, and is shown
# when it found something. Usage, from the root of the checkout: fuzz_one.sh TARGET SECONDS
set -eu
target=$1
seconds=$2
dictionary=
if [ "$target" = rules ]; then dictionary=-dict=tests/fuzz/rules.dict; fi
mkdir -p "build-fuzz/found/$target"
if "build-fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=20000 -timeout=10 \
  -rss_limit_mb=1024 -artifact_prefix="build-fuzz/$target-" -print_final_stats=1 $dictionary \
  "build-fuzz/found/$target" "build-fuzz/corpus/$target" >"build-fuzz/$target.log" 2>&1; then
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "build-fuzz/$target.log") inputs, nothing found"
else
  tail -n 60 "build-fuzz/$target.log"
  echo "$target: found something; see tests/fuzz/README.md" >&2
  exit 1
fi
