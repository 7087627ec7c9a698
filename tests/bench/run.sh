#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
# Compares whole processes of the release build with the measures of design and prints ratios.
#   tests/bench/run.sh [ROUNDS]      default 25
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
cmake --build "$build" --target mintmark mintmark-cli bench-emptycore bench-emptywindow >/dev/null
tests/support/with-display.sh tests/support/with-keyring.sh --display -- \
  /usr/bin/python3 tests/bench/processes.py "$build" "${1:-25}"
