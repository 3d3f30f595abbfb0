#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lets libFuzzer try each target of this folder under the sanitizers: 60 seconds, or as many as are
# named. Begins with the corpus in the tree and what earlier runs found (build/fuzz/found), and leaves
# an input that fails in build/fuzz/crash-….
#
#   tests/fuzz/run.sh [SECONDS] [TARGET …]
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-60}
shift || true
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
targets=("$@")
[ $# -gt 0 ] || mapfile -t targets < <(basename -a -s .cpp tests/fuzz/fuzz_*.cpp)
failed=
for target in "${targets[@]}"; do
    corpus=${target#fuzz_}
    found=build/fuzz/found/$corpus
    mkdir -p "$found"
    echo "$target: $seconds s"
    # Leaks are the other tests' business: Qt keeps what it needs to the end.
    ASAN_OPTIONS=detect_leaks=0 QT_QPA_PLATFORM=offscreen \
        "build/fuzz/bin/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -max_len=8192 -artifact_prefix=build/fuzz/ -print_final_stats=1 -verbosity=0 \
        "$found" "tests/fuzz/corpus/$corpus" || failed+=" $target"
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
