#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
# Makes the picture of the README from the release build: the demo server's token in the real window.
set -euo pipefail
cd "$(dirname "$0")/.."
pictures=$(mktemp -d)
trap 'rm -rf "$pictures"' EXIT
MINTMARK_WINDOW=$PWD/build/release/src/app/mintmark MINTMARK_SCREENSHOTS=$pictures \
  tests/support/with-display.sh tests/support/with-keyring.sh --display -- /usr/bin/python3 tests/e2e/demo_tour.py
convert "$pictures/2-live.png" -strip -colors 256 -define png:compression-level=9 packaging/linux/screenshot.png
