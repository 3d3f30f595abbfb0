#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of README anew: the demo's shop on a real server, looked at by the real program
# on a virtual screen, into docs/pictures/.
#
#   installer/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 0 ] || {
    echo "usage: installer/pictures.sh" >&2
    exit 2
}

./installer/dependencies.sh build run pictures
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake --preset release "${launcher[@]}" >/dev/null
cmake --build --preset release --target pressboard pressboard-server pressboardctl
bin=$PWD/build/release/bin
pictures=$PWD/docs/pictures
mkdir -p "$pictures"
# Short: the server's Redis listens on a Unix socket in there, whose path has room for 107 bytes.
out=$(mktemp -d)

server= shop= screen=
stop() {
    trap - EXIT INT TERM
    for pid in $shop $server $screen; do kill "$pid" 2>/dev/null || true; done
    for pid in $shop $server $screen; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$out"
}
fail() {
    echo "pictures: $1" >&2
    tail -n 12 "$out"/*.log >&2
    exit 1
}
trap stop EXIT
trap 'exit 130' INT TERM

# wait_for WHAT COMMAND …: at most 20 s, then the pictures end with WHAT.
wait_for() {
    local until=$((SECONDS + 20)) what=$1
    shift
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "$what"
        sleep 0.2
    done
}

"$bin/pressboard-server" --data-dir "$out/data" --listen 127.0.0.1:0 --ops 127.0.0.1:0 \
    --shop-name 印务看板演示 --work-hours 00:00-24:00 >"$out/server.log" 2>&1 &
server=$!
wait_for "the server did not start listening" grep -q 'listening on' "$out/server.log"
listen=$(sed -n 's/.*listening on \([^ ,]*\), ops on .*/\1/p' "$out/server.log" | head -n 1)
ops=$(sed -n 's/.*, ops on \([^ ]*\).*/\1/p' "$out/server.log" | head -n 1)
wait_for "the server is not ready" curl -fs -o "$out/ready.json" "http://$ops/readyz"
"$bin/pressboardctl" --data-dir "$out/data" simulate --orders 40 --keep --rate 0.2 >"$out/simulate.log" 2>&1 &
shop=$!

# picture NAME SIZE LIGHT-OR-DARK MILLISECONDS ARGUMENTS …: one look at the shop.
picture() {
    local name=$1 size=$2 theme=$3 after=$4 display=$out/$1.display
    shift 4
    Xvfb -displayfd 9 -screen 0 "${size}x24" -nolisten tcp 9>"$display" >/dev/null 2>&1 &
    screen=$!
    wait_for "no virtual display could be started" test -s "$display"
    # A station of its own each: none of them knows what another one has read.
    printf '[station]\nname=办公室-2\n[appearance]\ntheme=%s\n' "$theme" >"$out/$name.ini"
    DISPLAY=:$(cat "$display") LC_ALL=C.UTF-8 XDG_CACHE_HOME=$out QT_QPA_PLATFORM=xcb \
        "$bin/pressboard" --server "$listen" --token "$(cat "$out/data/admin.token")" \
        --settings "$out/$name.ini" --screenshot "$out/$name.png" --after "$after" "$@" \
        >"$out/$name.log" 2>&1 || fail "no picture of $name was made"
    kill "$screen"
    wait "$screen" || true
    screen=
    # README is read over slow lines, too: 256 colours are enough for a board.
    pngquant --force --speed 1 --strip --output "$pictures/$name.png" 256 "$out/$name.png"
    echo "docs/pictures/$name.png: $(($(stat -c %s "$pictures/$name.png") / 1024)) KiB"
}

picture board-light-zh 1280x720 light 5000 --language zh_CN
picture board-dark-en 1280x720 dark 5000 --language en
picture orders 1280x720 light 5000 --language zh_CN --page orders --find PO
picture charts 1280x720 light 5000 --language zh_CN --page charts
# What the wall calls out first has gone after 15 seconds.
picture wall 1920x1080 dark 25000 --language zh_CN --kiosk
