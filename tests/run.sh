#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds the ci preset (warnings are errors), runs every test.
#
#   tests/run.sh [--long] [--preset NAME] [ctest arguments …]
#
# --long adds what takes two hours: an import of 20,000 orders, Node for the recipe of docs/django.md,
# every picture of every page in every look (else a few of each), the kill tests at their full
# length, outages of ten minutes as long as they are, a wall before a hundred restarts, a night shift
# of 86,400 events, Redis' failures as scripted and two minutes by chance (tests/chaos), the whole
# suite once more under the sanitizers, and raw sockets that write nonsense to a server with them,
# libFuzzer for a minute on each target of tests/fuzz, and clang-tidy on every source.
set -euo pipefail
cd "$(dirname "$0")/.."

long=
preset=ci
while [ $# -gt 0 ]; do
    case $1 in
    --long) long=yes ;;
    --preset)
        preset=${2:?"--preset needs a name: ci, asan, dev"}
        shift
        ;;
    *) break ;;
    esac
    shift
done

./installer/dependencies.sh build run test ${long:+long}

# Two clones of the project share what one has compiled, precompiled headers included.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

run_suite() { # preset, ctest arguments …
    local preset=$1
    shift
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    cmake --preset "$preset" "${launcher[@]}" >/dev/null
    cmake --build --preset "$preset"
    # A screen of its own for the window tests; without a desktop session around it.
    env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS LC_ALL=C.UTF-8 \
        ASAN_OPTIONS=detect_leaks=0:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 \
        xvfb-run -a -s '-screen 0 3840x2160x24' ctest --preset "$preset" -j "$(nproc)" "$@"
}

run_chaos() { # preset; the seeds are said, for whoever has to play one again
    local chaos="tests/chaos/run.py --bin build/$1/bin --seconds"
    for mode in strict lossy failover; do
        $chaos 30 --mode $mode
    done
    $chaos 30 --sabotage
}

[ -z "$long" ] || export PRESSBOARD_LONG_TESTS=yes
run_suite "$preset" "$@"
unset PRESSBOARD_LONG_TESTS
[ -z "$long" ] || run_chaos "$preset"
[ -z "$long" ] || run_suite asan "$@"
[ -z "$long" ] || tests/chaos/run.py --bin build/asan/bin --mode attack --seconds 60
[ -z "$long" ] || tests/fuzz/run.sh 60
[ -z "$long" ] || tests/style/tidy.sh --all
