#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs clang-tidy with the checks of .clang-tidy; a finding fails.
#
#   tests/style/tidy.sh [--all | FILE …]
#
# No words: the sources that differ from the last commit. A header is checked with its own source. A
# file takes some seconds, so that --all, which tests/run.sh --long does, takes most of an hour on two
# cores.
set -euo pipefail
export LC_ALL=C # one order for sort and comm
cd "$(dirname "$0")/../.."

changed_files() {
    git diff --name-only --diff-filter=d HEAD
    git ls-files --others --exclude-standard
}

case ${1-} in
--all) named=$(git ls-files) ;;
'') named=$(changed_files) ;;
*) named=$(printf '%s\n' "$@") ;;
esac

sources=$(sed -n -E 's/\.h$/.cpp/; /^(shared|server|client|tests)\/.*\.cpp$/p' <<<"$named" | sort -u)
[ -n "$sources" ] || exit 0

# Its own build folder, because clang cannot read GCC's precompiled headers. Nothing is built in it.
build=build/tidy
cmake --preset ci -B $build -DPRESSBOARD_PCH=OFF -DCMAKE_UNITY_BUILD=OFF -DPRESSBOARD_BENCH=ON >/dev/null

# What moc would make says nothing to clang-tidy, but tests include it.
mkdir -p $build/moc
grep -rhoE '^#include "[a-z_0-9]+\.moc"' tests | cut -d'"' -f2 | (cd $build/moc && xargs touch)

# Those that this system compiles, one clang-tidy each.
compiled=$(grep -oE '"file": "[^"]+"' $build/compile_commands.json | cut -d'"' -f4)
comm -12 <(echo "$sources") <(sed "s|^$PWD/||" <<<"$compiled" | sort -u) |
    xargs --no-run-if-empty -n 1 -P "$(nproc)" \
        clang-tidy -p $build --quiet --extra-arg=-Wno-unknown-warning-option \
        --extra-arg="-I$PWD/$build/moc" 2> >(grep -v 'warnings\? generated' >&2)
