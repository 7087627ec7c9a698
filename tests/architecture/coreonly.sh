#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
# The core and the command line configure and build as on a machine without Gui, Widgets and Svg.
# Usage: coreonly.sh SOURCE BUILD
set -euo pipefail
cmake -S "$1" -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
  -DMINTMARK_BUILD_APP=OFF -DMINTMARK_BUILD_TESTS=OFF -DMINTMARK_WERROR=ON \
  -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Gui=ON -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Widgets=ON \
  -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Svg=ON
cmake --build "$2" -j "$(nproc)"
