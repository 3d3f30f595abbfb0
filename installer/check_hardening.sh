#!/bin/sh
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads from programs whether they are built as cmake/Hardening.cmake wants it: names what each lacks,
# and ends with 1 if one lacks anything. Needs readelf (binutils).
#
#   installer/check_hardening.sh build/release/bin/pressboard-server …
set -eu
export LC_ALL=C
[ $# -gt 0 ] || {
    echo "usage: check_hardening.sh PROGRAM…" >&2
    exit 2
}

lacking=0
for program in "$@"; do
    header=$(readelf -hlW "$program")
    dynamic=$(readelf -dW "$program")
    imported=$(readelf --dyn-syms -W "$program" | awk '$7 == "UND" { print $8 }')
    lacks() {
        echo "$program: lacks $1"
        lacking=1
    }
    has() { printf '%s\n' "$1" | grep -qE "$2"; }

    has "$header" 'Type: +DYN' && has "$dynamic" 'FLAGS_1.*PIE' || lacks "PIE"
    has "$header" 'GNU_RELRO' || lacks "RELRO"
    has "$dynamic" 'BIND_NOW|FLAGS_1.*NOW' || lacks "immediate binding (full RELRO)"
    has "$header" 'GNU_STACK.* RW ' || lacks "a stack that is not executable"
    has "$imported" '^__stack_chk_fail(@|$)' || lacks "the stack protector"
    # With FORTIFY_SOURCE none of these is ever called by its plain name.
    if has "$imported" '^(v?s?n?printf|v?fprintf)(@|$)'; then lacks "FORTIFY_SOURCE"; fi
    has "$imported" '__glibcxx_assert_fail' || lacks "_GLIBCXX_ASSERTIONS"
done
[ "$lacking" = 1 ] || echo "built hard: $*"
exit "$lacking"
