#!/bin/sh
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A program that is built as the shipped ones ends where it goes beyond its bounds, and the check says
# that it is built hard; of one that is not, the check names everything.
#
#   hardening_test.sh CMAKE
set -eu
command -v readelf >/dev/null || exit 77
here=$(dirname "$0")
check="$here/../../installer/check_hardening.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

build() { # folder, arguments of cmake …
    out=$1
    shift
    "${cmake:?}" -S "$here/hardened" -B "$folder/$out" "$@" >"$folder/said" 2>&1 &&
        "$cmake" --build "$folder/$out" >>"$folder/said" 2>&1 || {
        cat "$folder/said"
        exit 1
    }
}
fail() {
    echo "$1"
    exit 1
}

cmake=${1:?"name cmake"}
build hard -DCMAKE_BUILD_TYPE=Release
"$check" "$folder/hard/hardened" || fail "built hard, and the check does not see it"
"$folder/hard/hardened" x || fail "it does not run"
for mistake in stack container; do
    if (ulimit -c 0 && exec "$folder/hard/hardened" $mistake) >/dev/null 2>&1; then
        fail "$mistake: it went beyond its bounds and lived"
    fi
done

build soft -DCMAKE_BUILD_TYPE=Debug -DCMAKE_POSITION_INDEPENDENT_CODE=OFF \
    -DCMAKE_CXX_FLAGS="-fno-stack-protector -fno-pie -U_FORTIFY_SOURCE" \
    -DCMAKE_EXE_LINKER_FLAGS="-no-pie -Wl,-z,norelro -Wl,-z,lazy -Wl,-z,execstack"
if said=$("$check" "$folder/soft/hardened"); then fail "built soft, and the check sees nothing"; fi
for lack in PIE RELRO "immediate binding" "not executable" "stack protector" FORTIFY _GLIBCXX; do
    printf '%s\n' "$said" | grep -qF -- "$lack" || fail "the check does not name: $lack"
done
