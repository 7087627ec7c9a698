#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds Mintmark and starts it on its demo server. Where there is no display
# it does the same on a virtual one, drives the window through the main job (fetch, read, copy), says
# what it saw and where the pictures are, and ends with 0, or not 0 when a step failed.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/packages.sh
source packaging/packages.sh

packages=("${build_packages[@]}" "${window_packages[@]}")
headless=no
if [[ -z ${DISPLAY-}${WAYLAND_DISPLAY-} ]]; then
  headless=yes
  packages+=("${display_packages[@]}")
fi
install_packages "${packages[@]}"

mkdir -p build
[[ -f build/release/build.ninja ]] || cmake --preset release -DMINTMARK_BUILD_TESTS=OFF >build/release.log 2>&1 ||
  { cat build/release.log >&2; exit 1; }
echo "Building Mintmark (the first time takes some minutes) ..."
cmake --build build/release --target mintmark mintmark-cli -j "$(nproc)" >build/release.log 2>&1 ||
  { cat build/release.log >&2; exit 1; }

window=$PWD/build/release/src/app/mintmark
if [[ $headless == no ]]; then
  exec "$window" --demo
fi

echo "No display here: showing Mintmark on a virtual one."
mkdir -p build/demo
MINTMARK_WINDOW=$window MINTMARK_SCREENSHOTS=$PWD/build/demo \
  tests/support/with-display.sh tests/support/with-keyring.sh --display -- /usr/bin/python3 tests/e2e/demo_tour.py
