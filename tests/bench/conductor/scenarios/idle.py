# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing happens but pings: what clients cost by being there, in CPU and in memory."""

import time

from .scenario import Column, Scenario

WINDOWS = 3  # of rest, with the same clients; their median counts
SETTLE_SECONDS = 2
MIXES = {"app 30 s, WebSocket 10 s": {"app_s": 30, "ws_s": 10}, "app 30 s": {"app_s": 30, "ws_s": 0}}


def variants(options):
    clients = options.clients or (5000 if options.quick else 10_000)
    seconds = options.seconds or (3 if options.quick else 10)
    return {f"{clients} clients, pings: {label}": {"clients": clients, "seconds": seconds, "pings": pings}
            for label, pings in MIXES.items()}


def measure(context, parameters):
    before = context.peer.resident_bytes()
    connected = context.swarm.connect(parameters["clients"])
    context.swarm.ask("rest", seconds=SETTLE_SECONDS, **parameters["pings"])
    resident = context.peer.resident_bytes() - before
    shares, pongs = [], 0
    for _ in range(WINDOWS):
        share, report = _rest(context, parameters)
        shares.append(share)
        pongs += report["pongs"] + report["app_pongs"]
    return {
        "cpu_percent": shares,
        "kib_per_session": resident / parameters["clients"] / 1024,
        "connect_s": connected["seconds"],
        "pongs": pongs,
        "lost_sessions": parameters["clients"] - report["live"],
    }


def _rest(context, parameters):
    cpu, start = context.peer.cpu_seconds(), time.monotonic()
    report = context.swarm.ask("rest", seconds=parameters["seconds"], **parameters["pings"])
    return 100 * (context.peer.cpu_seconds() - cpu) / (time.monotonic() - start), report


SCENARIO = Scenario(
    "idle", "Idle",
    [Column("cpu_percent", "% of a core", 2, has_ratio=True), Column("kib_per_session", "KiB/session", 1),
     Column("connect_s", "all connected in s", 1), Column("pongs", "pongs", 0),
     Column("lost_sessions", "sessions lost", 0)],
    variants, measure, most_runs=1)
