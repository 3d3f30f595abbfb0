#!/bin/sh
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the man pages, compressed, into FOLDER. What a program or an example file says of its own
# settings is taken from there, so that no page can lag behind.
#
#   make.sh FOLDER server PROGRAMS_FOLDER | make.sh FOLDER desktop PROGRAMS_FOLDER
set -eu
out=$1 what=$2 bin=$3
here=$(dirname "$0")
settings=$here/../../resources/config/pressboard.toml.example

page() { # page of $here, placeholder, text's file
    sed -e "/^@$2@\$/{r $3
d}" "$here/$1"
}

write() { gzip -9n >"$out/$1.gz.new" && mv "$out/$1.gz.new" "$out/$1.gz"; }

part=$(mktemp)
trap 'rm -f "$part"' EXIT
export LC_ALL=C.UTF-8
case $what in
server)
    "$bin/pressboard-server" --help | awk -f "$here/options.awk" >"$part"
    page pressboard-server.8 SETTINGS "$part" | write pressboard-server.8
    "$bin/pressboardctl" --help | sed -n 's/^  \([a-z][a-z -]*\).*/\1/p' | sed 's/ --.*//; s/ *$//' |
        while read -r command; do
            # shellcheck disable=SC2086 # "user add" is two words
            "$bin/pressboardctl" $command --help | awk -f "$here/command.awk"
        done >"$part"
    page pressboardctl.1 COMMANDS "$part" | write pressboardctl.1
    awk -f "$here/toml.awk" "$settings" >"$part"
    page pressboard.toml.5 SETTINGS "$part" | write pressboard.toml.5
    ;;
desktop)
    "$bin/pressboard" --help | awk -f "$here/options.awk" >"$part"
    page pressboard.1 OPTIONS "$part" | write pressboard.1
    ;;
esac
