#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
#
# Runs a command on a virtual screen of its own with a window manager: real key presses, real focus,
# real clipboard. At the end both are stopped by their ids. The exit code is the command's.
#
#   with-display.sh COMMAND [ARGUMENT…]
set -uo pipefail
(($#)) || { sed -n '8s/^# *//p' "$0" >&2; exit 2; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/mintmark-display.XXXXXX") || exit 125
started=()

end_all() {
  trap '' TERM INT HUP
  local pid
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  rm -rf "$folder"
}
trap end_all EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP

fail() {
  echo "with-display.sh: $*" >&2
  cat "$folder"/*.log >&2
  exit 125
}

mkfifo "$folder/number"
# -noreset: the server must not start anew when its last window closes.
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset \
  3>"$folder/number" >"$folder/xvfb.log" 2>&1 &
started+=($!)
read -r -t 30 number <"$folder/number" || fail "Xvfb did not start"
export DISPLAY=:$number
unset WAYLAND_DISPLAY XAUTHORITY

# An empty home: no menu, theme or key binding of the person's own.
HOME=$folder XDG_CONFIG_HOME=$folder XDG_CACHE_HOME=$folder openbox --sm-disable >"$folder/openbox.log" 2>&1 &
started=($! "${started[@]}")
for ((tries = 0; tries < 200; ++tries)); do
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q window && break
  sleep 0.05
done
((tries < 200)) || fail "openbox did not start"

"$@" <&0 &
command=$!
started=("$command" "${started[@]}")
wait "$command"
exit $?
