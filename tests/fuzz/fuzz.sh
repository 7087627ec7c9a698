#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
#
# Runs a fuzzer: first over its seeds, then over what it makes of them.
#   fuzz.sh PROGRAM SECONDS LENGTH SEEDS…
# What it learns stays beside the program for the next time; an input that fails is printed in base64.
set -euo pipefail
program=$1 seconds=$2 length=$3
shift 3
if ((seconds > ${MINTMARK_LONG_SECONDS:-$seconds})); then
  seconds=$MINTMARK_LONG_SECONDS
fi
learnt=$program.corpus failed=$program.failed
mkdir -p "$learnt"
rm -f "$failed"

status=0
UBSAN_OPTIONS=print_stacktrace=1 QT_HASH_SEED=0 "$program" \
  -max_total_time="$seconds" -max_len="$length" -timeout=20 -rss_limit_mb=1024 -exact_artifact_path="$failed" \
  -dict="$(dirname "$0")/words.dict" -print_final_stats=1 -close_fd_mask=1 -verbosity=1 \
  "$learnt" "$@" 2>"$program.log" || status=$?
if ((status != 0)); then
  cat "$program.log"
  if [[ -e $failed ]]; then
    echo "The input, in base64:"
    base64 -w 120 "$failed"
  fi
  exit 1
fi
grep -E '^stat::(number_of_executed_units|average_exec_per_sec|slowest_unit_time_sec|peak_rss_mb)' "$program.log"
