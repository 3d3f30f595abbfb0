# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long log and no client: from the server's start to its checkpoint of the last event.

A checkpoint is written every few seconds: how long one waits for it says nothing, its cost does.
"""

import json
import time

from .. import log
from ..pressboard import at_least
from .loading import Incomplete
from .scenario import Column, Scenario

PATIENCE_SECONDS = 60
ORDERS = 5000


def variants(options):
    events = 50_000 if options.quick else 200_000
    return {f"{events:,} events of {ORDERS:,} orders": {"events": events}}


def measure(context, parameters):
    peer = context.peer
    peer.start_redis()
    redis = log.Redis(peer.socket)
    last = redis.fill(log.life(parameters["events"], ORDERS))
    start = time.monotonic()
    peer.start_server(await_ready=False)
    read_s = _await(lambda: at_least(peer.readiness().get("position"), last), start)
    checkpoint_s = _await(lambda: at_least(_checkpoint(redis), last), start)
    cpu = peer.cpu_seconds()
    return {
        "read_per_s": parameters["events"] / read_s,
        "core_per_s": parameters["events"] / cpu,
        "read_s": read_s,
        "checkpoint_s": checkpoint_s,
        "cpu_us_per_event": cpu / parameters["events"] * 1e6,
        "rss_mib": peer.resident_bytes() / 1024 / 1024,
    }


def _checkpoint(redis):
    meta = redis.ask("HGET", "pressboard:book", "meta")
    return json.loads(meta)["position"] if meta else None


def _await(condition, start):
    while not condition():
        if time.monotonic() - start > PATIENCE_SECONDS:
            raise Incomplete("the server did not get to the end of the log")
        time.sleep(0.02)
    return time.monotonic() - start


SCENARIO = Scenario(
    "ingest", "Ingest",
    [Column("read_per_s", "events/s until all are read", 0),
     Column("core_per_s", "events/s of CPU, checkpoint included", 0),
     Column("read_s", "read in s", 2),
     Column("checkpoint_s", "checkpoint in s", 2), Column("cpu_us_per_event", "CPU µs/event", 2),
     Column("rss_mib", "RSS MiB", 0)],
    variants, measure, peers=("pressboard",), starts_itself=True)
