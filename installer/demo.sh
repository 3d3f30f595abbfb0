#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows the board: installs what is missing, builds, starts a server on a Redis of its own, feeds
# it a simulated shop and opens the desktop on it until the window is closed.
#
#   installer/demo.sh [--seconds N]
#
# Without a display it does the same on a virtual one, writes build/demo/board.png, compares what
# the window shows with what the server says, and ends with 0 or a sentence.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=
while [ $# -gt 0 ]; do
    case $1 in
    --seconds)
        seconds=${2:-}
        [[ $seconds =~ ^[0-9]+$ && $seconds -ge 10 ]] || {
            echo "demo.sh: --seconds needs a number of at least 10" >&2
            exit 2
        }
        shift
        ;;
    *)
        echo "usage: installer/demo.sh [--seconds N]" >&2
        exit 2
        ;;
    esac
    shift
done

display=
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && display=yes
if [ -n "$display" ]; then
    ./installer/dependencies.sh build run
else
    ./installer/dependencies.sh build run headless
fi

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake --preset release "${launcher[@]}" >/dev/null
cmake --build --preset release
bin=$PWD/build/release/bin
out=$PWD/build/demo
rm -rf "$out"
mkdir -p "$out"

# The server's Redis listens on a Unix socket in its data folder; Linux allows such a path 107 bytes.
data=$out/data
[ ${#data} -le 80 ] || data=$(mktemp -d)

server= shop= desktop= screen=
stop() {
    trap - EXIT INT TERM
    for pid in $desktop $shop $server $screen; do kill "$pid" 2>/dev/null || true; done
    for pid in $desktop $shop $server $screen; do wait "$pid" 2>/dev/null || true; done
    case $data in "$out"/*) ;; *) rm -rf "$data" ;; esac
}
fail() {
    echo "demo: $1" >&2
    for log in server simulate desktop; do
        [ -s "$out/$log.log" ] && { echo "--- the end of $out/$log.log" >&2; tail -n 12 "$out/$log.log" >&2; }
    done
    stop
    exit 1
}
trap 'stop' EXIT
trap 'stop; exit 130' INT TERM

# wait_for SECONDS WHAT COMMAND …: until the command succeeds, or the demo ends with WHAT.
wait_for() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "$what"
        kill -0 "$server" 2>/dev/null || fail "the server ended early"
        sleep 0.2
    done
}

ready() { curl -fs -o "$out/ready.json" "http://$ops/readyz"; }

"$bin/pressboard-server" --data-dir "$data" --listen 127.0.0.1:0 --ops 127.0.0.1:0 \
    --shop-name 印务看板演示 >"$out/server.log" 2>&1 &
server=$!
wait_for 20 "the server did not start listening" grep -q 'listening on' "$out/server.log"
listen=$(sed -n 's/.*listening on \([^ ,]*\), ops on .*/\1/p' "$out/server.log" | head -n 1)
ops=$(sed -n 's/.*, ops on \([^ ]*\).*/\1/p' "$out/server.log" | head -n 1)
wait_for 20 "the server is not ready: $(cat "$out/ready.json" 2>/dev/null)" ready

live_events=(--rate 1)
# Headless, the shop falls silent before the comparison, so that both sides speak of the same moment.
[ -n "$display" ] || live_events=(--rate 2 --count $((${seconds:-30} > 20 ? (${seconds:-30} - 14) * 2 : 8)))
"$bin/pressboardctl" --data-dir "$data" simulate --orders 40 --keep "${live_events[@]}" \
    >"$out/simulate.log" 2>&1 &
shop=$!

desktop_arguments=(--server "$listen" --token "$(cat "$data/admin.token")" --settings "$out/settings.ini")
if [ -n "$display" ]; then
    "$bin/pressboard" "${desktop_arguments[@]}" >"$out/desktop.log" 2>&1 &
    desktop=$!
    echo "The board is open. Close it, or press Ctrl-C here, to end the demo."
    if [ -n "$seconds" ]; then
        timeout "$seconds" tail --pid="$desktop" -f /dev/null || true
    else
        wait "$desktop" || fail "the desktop program ended with an error"
        desktop=
    fi
    exit 0
fi

Xvfb -displayfd 9 -screen 0 1280x720x24 -nolisten tcp 9>"$out/display" >/dev/null 2>&1 &
screen=$!
wait_for 10 "no virtual display could be started" test -s "$out/display"
DISPLAY=:$(cat "$out/display") LC_ALL=C.UTF-8 "$bin/pressboard" "${desktop_arguments[@]}" --language zh_CN \
    --screenshot "$out/board.png" --after "$(((${seconds:-30} - 8) * 1000))" \
    --report "$out/window.json" >"$out/desktop.log" 2>&1 &
desktop=$!
wait_for "$((${seconds:-30} + 15))" "the desktop wrote no report of what it shows" test -s "$out/window.json"
ready || fail "the server is not ready any more"
wait "$desktop" || fail "the desktop program ended with an error"
desktop=

# What the window shows is what the server says: the same place in the log, the same numbers.
jq -e '.state == "Live"' "$out/window.json" >/dev/null || fail "the board is not connected: $(jq -c .state "$out/window.json")"
jq -e '.liveEvents > 0' "$out/window.json" >/dev/null || fail "the board never moved"
differences=$(jq -rn --slurpfile window "$out/window.json" --slurpfile server "$out/ready.json" '
    ($window[0]) as $w | ($server[0]) as $s
    | (if $w.position != $s.position then "position: window \($w.position), server \($s.position)" else empty end),
      ($w.numbers | to_entries[] | select(.value != ($s.stats[.key] | tostring))
       | "\(.key): window \(.value), server \($s.stats[.key])")')
[ -z "$differences" ] || fail "the window does not show what the server says: $differences"
[ -s "$out/board.png" ] || fail "no picture was written"
echo "The window shows what the server says: $(jq -c .numbers "$out/window.json")"
echo "The picture: build/demo/board.png"
