#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
#
# Builds Mintmark twice (release and asan) and runs the whole suite in both; then the fuzzers.
#   tests/run.sh                  everything but the long runs
#   tests/run.sh --long           the long runs too
#   tests/run.sh --long SECONDS   only the long runs, as much of them as fits in SECONDS
# The second time nothing is built, installed or downloaded again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/packages.sh
source packaging/packages.sh

usage() {
  sed -n 's/^#   //p' "$0" >&2
  exit 2
}

long=no budget=
case ${1-} in
  '') ;;
  --long) long=yes budget=${2-} ;;
  *) usage ;;
esac
[[ $budget =~ ^[0-9]*$ ]] || usage

install_node_modules() {
  local lock=tests/servers/package-lock.json modules=tests/servers/node_modules
  cmp -s "$lock" "$modules/.installed" && return
  npm ci --prefix tests/servers --no-audit --no-fund --loglevel=error
  cp "$lock" "$modules/.installed"
}

build() {
  # Said here too, because demo.sh configures without the tests.
  cmake --preset "$1" -DMINTMARK_BUILD_TESTS=ON >"build/$1.log" 2>&1 &&
    cmake --build "build/$1" -j "$(nproc)" >>"build/$1.log" 2>&1 ||
    { cat "build/$1.log" >&2; return 1; }
}

# One CTest over all builds, and so one summary at the end that counts every test.
write_suite() {
  mkdir -p build/suite
  printf 'subdirs("%s" "%s" "%s")\n' "$PWD/build/"{release,asan,fuzz} >build/suite/CTestTestfile.cmake
}

count_tests() {
  ctest --test-dir "build/$1" -N "${@:2}" | sed -n 's/^Total Tests: //p'
}

install_packages "${build_packages[@]}" "${window_packages[@]}" "${display_packages[@]}" "${test_packages[@]}"
install_node_modules

mkdir -p build
start=$SECONDS
build release
build asan
build fuzz
built=$((SECONDS - start))
write_suite

select=(-LE long)
if [[ $long == yes ]]; then
  export MINTMARK_LONG=1
  select=()
fi
if [[ -n $budget ]]; then
  select=(-L long)
  tests=$(count_tests suite "${select[@]}")
  # Half is clang-tidy's, which has the whole tree to read; never 0, which libFuzzer takes for no limit.
  export MINTMARK_TIDY_SECONDS=$((budget / 2))
  export MINTMARK_LONG_SECONDS=$((tests ? budget / 2 / tests + 1 : budget))
fi

release=$(count_tests release)
echo "Build: $built s. Tests 1 to $release are those of the release build, then come those under asan and the fuzzers."
ctest --test-dir build/suite --output-on-failure --no-tests=error -j "$(nproc)" "${select[@]}"
