#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures pressboard-server against the floor (what the kernel costs) and other servers, all on
# this machine, over loopback. Tables on stdout, and in build/bench/report.md and report.json.
#
#   tests/bench/run.sh [--quick] [--scenario NAME]… [--peer NAME]… [--runs N] [--seconds S] [--clients N]
#
# --help lists the names. Twenty minutes at most, three with --quick.
set -euo pipefail
cd "$(dirname "$0")/../.."

./installer/dependencies.sh build run >&2
# The peers are worth a try: the report says which of them are missing.
./installer/dependencies.sh bench >&2 || echo "run.sh: not every peer could be installed" >&2

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake --preset release -DPRESSBOARD_BENCH=ON "${launcher[@]}" >/dev/null
cmake --build --preset release --target pressboard-server pressboardctl bench-all >&2

exec python3 tests/bench/bench.py "$@"
