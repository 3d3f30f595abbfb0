# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing happens but pings: what clients cost by being there, in CPU and in memory."""

import time

from .scenario import OURS, Column, Scenario

WINDOWS = 3  # of rest, with the same clients; their median counts
SETTLE_SECONDS = 2
APPLICATION_S = 30
WEB_SOCKET_S = 10
DESKS = 1000
DESK_S = 3  # of a desk that somebody looks at


def variants(options):
    clients = options.clients or (5000 if options.quick else 10_000)
    seconds = options.seconds or (2 if options.quick else 8)
    both = {"clients": clients, "seconds": seconds, "app_s": APPLICATION_S, "ws_s": WEB_SOCKET_S}
    # The server pings by itself whom it has not heard for so long: here nobody.
    one = both | {"ws_s": 0, "peers": OURS, "settings": {"ping-s": APPLICATION_S + 5}}
    label = f"{clients} clients, pings each {APPLICATION_S} s"
    desks = one | {"clients": DESKS, "app_s": DESK_S}
    some = {label: one, f"{DESKS} desks, pings each {DESK_S} s": desks}
    if options.quick:
        return some
    return {f"{label}, WebSocket's each {WEB_SOCKET_S} s": both} | some


def measure(context, parameters):
    before = context.peer.resident_bytes()
    clients = parameters["clients"] // context.slow_down
    connected = context.swarm.connect(clients)
    _rest(context, parameters, SETTLE_SECONDS)
    resident = context.peer.resident_bytes() - before
    shares, pongs = [], 0
    for _ in range(WINDOWS):
        share, report = _rest(context, parameters, parameters["seconds"] * context.time_share)
        shares.append(share)
        pongs += report["pongs"] + report["app_pongs"]
    return {
        "cpu_percent": shares,
        "kib_per_session": resident / clients / 1024,
        "connect_s": connected["seconds"],
        "pongs": pongs,
        "lost_sessions": clients - report["live"],
    }


def _rest(context, parameters, seconds):
    cpu, start = context.peer.cpu_seconds(), time.monotonic()
    report = context.swarm.ask("rest", seconds=seconds, app_s=parameters["app_s"],
                               ws_s=parameters["ws_s"])
    return 100 * (context.peer.cpu_seconds() - cpu) / (time.monotonic() - start), report


SCENARIO = Scenario(
    "idle", "Idle",
    [Column("cpu_percent", "% of a core", 2, has_ratio=True),
     Column("kib_per_session", "KiB/session", 1),
     Column("connect_s", "all connected in s", 1), Column("pongs", "pongs", 0),
     Column("lost_sessions", "sessions lost", 0)],
    variants, measure, most_runs=1)
