#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
# Measures the token core of the release build, then compares whole processes with others: one table.
#   tests/bench/run.sh [ROUNDS]      default 25
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
cmake --build "$build" --target mintmark mintmark-cli bench-tokencore bench-emptycore bench-emptywindow bench-plainexchange >/dev/null
"$build/tests/bench/bench-tokencore"
tests/support/with-display.sh tests/support/with-keyring.sh --display -- \
  /usr/bin/python3 tests/bench/processes.py "$build" "${1:-25}"
/usr/bin/python3 tests/bench/exchange.py "$build" "${1:-25}"
