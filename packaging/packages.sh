# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# The Debian 12 packages Mintmark needs, in one place. Sourced by demo.sh and tests/run.sh.

# To build both programs.
build_packages=(
  cmake ninja-build g++ pkg-config ccache
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  qt6-svg-dev libgl1-mesa-dev libxkbcommon-dev
  qtkeychain-qt6-dev libsecret-1-dev libssl-dev libcli11-dev
)

# To run the window: plugins that are loaded, never linked.
window_packages=(libqt6svg6 libsecret-1-0 fonts-dejavu-core)

# To run it where there is no display, and to drive it as a person would.
display_packages=(
  xvfb xauth openbox xdotool xclip imagemagick x11-utils
  dbus dbus-x11 at-spi2-core python3 python3-pyatspi python3-gi gir1.2-atspi-2.0
  gnome-keyring libsecret-tools
)

# For tests/run.sh beyond that: oracles, servers made by others, checkers.
test_packages=(
  nlohmann-json3-dev libsimdjson-dev clang-14 clang-tidy-14 libclang-rt-14-dev
  python3-dbusmock python3-jsonschema faketime psmisc desktop-file-utils appstream nodejs npm
)

# missing_packages PACKAGE… — the ones that are not installed, one a line. A command somebody
# installed from elsewhere (node, npm) counts: Debian's package would fight with it.
missing_packages() {
  local package
  for package in "$@"; do
    case $package in
      nodejs) command -v node >/dev/null && continue ;;
      npm) command -v npm >/dev/null && continue ;;
    esac
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

# install_packages PACKAGE… — installs what is missing and touches no network when nothing is.
install_packages() {
  local missing root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
      echo "These Debian packages are missing and there is no right to install them: ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
