#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# keyringsession.sh PROGRAM: runs PROGRAM with a home, a bus and a keyring of its own; all of it ends with the bus.
set -euo pipefail

if [[ ${2-} == inside ]]; then
    printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    exec "$1"
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_RUNTIME_DIR=$home/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
# Qt's own event loop would not run what libsecret waits for.
unset QT_NO_GLIB
dbus-run-session -- "$0" "$1" inside
