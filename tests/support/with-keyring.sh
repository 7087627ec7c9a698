#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
#
# Runs a command beside a keyring of its own: new home and XDG folders, its own session bus, its own
# gnome-keyring-daemon. Nothing of the person's own session is seen or touched, and at the end every
# process is stopped and the folder is gone. The exit code is the command's.
#
#   with-keyring.sh [--mode MODE] [--display] [--] COMMAND [ARGUMENT…]
#
#   --mode unlocked   a keyring that is open (default)
#   --mode locked     the same, locked; nobody can answer a prompt unless --display is given
#   --mode none       a session bus on which there is no keyring at all
#   --mode broken     a bus that promises a keyring, but its program ends at once
#   --mode no-bus     no session bus either
#   --display         keep DISPLAY: prompts can be shown, and programs started inside see it
#
# The command finds in its environment:
#   HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_RUNTIME_DIR   new and empty
#   MINTMARK_KEYRING_PID        of the daemon: kill -STOP freezes it, kill -CONT thaws it
#   MINTMARK_KEYRING_PASSWORD   opens it (the daemon is replaced by a new process):
#       printf %s "$MINTMARK_KEYRING_PASSWORD" | gnome-keyring-daemon --replace --unlock --components=secrets
#   MINTMARK_KEYRING_FOLDER     holds all of it
set -uo pipefail

usage() {
  sed -n '9,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

# --- inside the session bus --------------------------------------------------------------------------

fail() {
  echo "with-keyring.sh: $*" >&3
  exit 125
}

bus_call() { # DESTINATION PATH METHOD ARGUMENT…
  dbus-send --session --print-reply=literal --reply-timeout=2000 --dest="$1" "$2" "${@:3}"
}

wait_for_keyring() {
  local tries
  for ((tries = 0; tries < 200; ++tries)); do
    [[ $(bus_call org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner \
      string:org.freedesktop.secrets 2>/dev/null) == *true* ]] && return
    kill -0 "$MINTMARK_KEYRING_PID" 2>/dev/null || break
    sleep 0.05
  done
  fail "gnome-keyring-daemon did not start: $(cat "$MINTMARK_KEYRING_FOLDER/daemon.log")"
}

start_keyring() {
  export MINTMARK_KEYRING_PASSWORD="test keyring"
  gnome-keyring-daemon --unlock --foreground --components=secrets \
    < <(printf %s "$MINTMARK_KEYRING_PASSWORD") >"$MINTMARK_KEYRING_FOLDER/daemon.log" 2>&1 &
  export MINTMARK_KEYRING_PID=$!
  disown
  wait_for_keyring
}

run_inside() {
  local mode=$1
  shift
  if [[ $mode == unlocked || $mode == locked ]]; then
    start_keyring
    if [[ $mode == locked ]]; then
      bus_call org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \
        array:objpath:/org/freedesktop/secrets/aliases/default >/dev/null || fail "could not lock"
    fi
  fi
  # The bus writes into its log, the command to where the caller reads.
  exec "$@" 2>&3 3>&-
}

if [[ ${1-} == --inside ]]; then
  shift
  run_inside "$@"
fi

# --- outside -----------------------------------------------------------------------------------------

mode=unlocked display=no
while (($#)); do
  case $1 in
    --mode)
      (($# > 1)) || usage
      mode=$2
      shift 2
      ;;
    --display)
      display=yes
      shift
      ;;
    --)
      shift
      break
      ;;
    -*) usage ;;
    *) break ;;
  esac
done
(($#)) || usage
[[ $mode =~ ^(unlocked|locked|none|broken|no-bus)$ ]] || usage

folder=$(mktemp -d "${TMPDIR:-/tmp}/mintmark-keyring.XXXXXX") || exit 125
export MINTMARK_KEYRING_FOLDER=$folder

# Whatever the bus started inherited MINTMARK_KEYRING_FOLDER, also what has left its parents.
processes_of_this_run() {
  local environment pid
  for environment in /proc/[0-9]*/environ; do
    pid=${environment#/proc/} pid=${pid%/environ}
    [[ $pid == "$$" || $pid == "$BASHPID" ]] && continue
    grep -qzsxF "MINTMARK_KEYRING_FOLDER=$folder" "$environment" && echo "$pid"
  done
}

end_all() {
  local tries pids signal=TERM
  trap '' TERM INT HUP
  for ((tries = 0; tries < 100; ++tries)); do
    mapfile -t pids < <(processes_of_this_run)
    ((${#pids[@]})) || break
    ((tries == 40)) && signal=KILL
    # A stopped process takes SIGTERM only once it runs again.
    ((tries % 40 == 0)) && kill -"$signal" "${pids[@]}" 2>/dev/null
    kill -CONT "${pids[@]}" 2>/dev/null
    sleep 0.02
  done
  rm -rf "$folder"
}
trap end_all EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP

export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run
export XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$HOME/.local/share
mkdir -p "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
mkdir -m 0700 "$XDG_RUNTIME_DIR"
# qtkeychain chooses its store by these; the keyring of the person must not be found.
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION GNOME_DESKTOP_SESSION_ID KDE_FULL_SESSION KDE_SESSION_VERSION
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL GNOME_KEYRING_PID SSH_AUTH_SOCK
if [[ $display == no ]]; then
  unset DISPLAY WAYLAND_DISPLAY
fi

# The services of the system, but no keyring, or one that cannot start.
write_bus_configuration() {
  local service
  mkdir "$folder/services"
  for service in /usr/share/dbus-1/services/*.service; do
    grep -qsE '^Name=org\.(freedesktop\.secrets|gnome\.keyring|kde\.kwallet)' "$service" ||
      ln -s "$service" "$folder/services/"
  done
  if [[ $mode == broken ]]; then
    printf '[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/false\n' \
      >"$folder/services/org.freedesktop.secrets.service"
  fi
  sed "s|<standard_session_servicedirs */>|<servicedir>$folder/services</servicedir>|" \
    /usr/share/dbus-1/session.conf >"$folder/session.conf"
}

bus=(dbus-run-session)
case $mode in
  no-bus) bus=() ;;
  none | broken)
    write_bus_configuration
    bus+=(--config-file="$folder/session.conf")
    ;;
esac

if ((${#bus[@]})); then
  "${bus[@]}" -- "$BASH" "$0" --inside "$mode" "$@" <&0 3>&2 2>"$folder/bus.log" &
else
  "$@" <&0 &
fi
wait $!
exit $?
