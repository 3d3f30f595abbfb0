#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures the desktop program with 20,000 orders of 10 steps: the delivered one, before a real
# server, on a screen of its own. A table on stdout, and in build/bench/desktop.md and
# desktop.json. Fails when a target is missed.
#
#   tests/bench/client.sh [--only NAME]… [--quick] [--long]
#
# --help lists the names. Ten minutes at most; --long adds a working day of eight hours, which takes
# seven more.
set -euo pipefail
cd "$(dirname "$0")/../.."

./installer/dependencies.sh build run desk >&2

# Two clones of the project share what one has compiled, precompiled headers included.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake --preset release -DPRESSBOARD_BENCH=ON "${launcher[@]}" >/dev/null
cmake --build --preset release --target pressboard pressboard-server pressboardctl bench-probe >&2

exec python3 tests/bench/desktop.py "$@"
