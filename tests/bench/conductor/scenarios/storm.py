# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody comes (back) at once: after a restart of the server, and for the whole board."""

from .. import log
from .loading import Incomplete, load
from .scenario import Column, Scenario

PUBLISHED_MEANWHILE = 500
CONNECTS_AT_ONCE = 2000
NOT_YET_UP = "not connected"  # not refused: the new server was not there yet


def variants(options):
    many, few = (2000, 400) if options.quick else (10_000, 2000)
    return {
        f"restart, {many} clients resume":
            {"clients": many, "orders": 200, "steps": 5, "resume": True},
        f"{many} clients, snapshots of 2,000 orders": {"clients": many, "orders": 2000, "steps": 0},
        f"{few} clients, snapshots of 2,000 orders with 10 steps":
            {"clients": few, "orders": 2000, "steps": 10},
    }


def measure(context, parameters):
    last = log.Redis(context.peer.socket).fill(log.book(parameters["orders"], parameters["steps"]))
    context.peer.await_position(last)
    report = (_return if parameters.get("resume") else _arrive)(context, parameters)
    load(context, 10, 0, patience=30)  # everybody is there, and has missed nothing
    clients = parameters["clients"]
    return {
        "live_s": report["seconds"],
        "refused": report["cuts"] - report["endings"].get(NOT_YET_UP, 0),
        "resumed": report["modes"].get("resume", 0),
        "snapshots": report["modes"].get("snapshot", 0),
        "mib_sent": report["bytes"] / 1024 / 1024,
        "kib_per_snapshot": report["snapshot_bytes_per_client"]["most"] / 1024,
        "endings": report["endings"],
        "cpu_s": report["cpu_seconds"],
        "cpu_ms_per_client": report["cpu_seconds"] / clients * 1000,
    }


def _arrive(context, parameters):
    cpu = context.peer.cpu_seconds()
    report = context.swarm.connect(parameters["clients"], zlib=1, at_once=CONNECTS_AT_ONCE)
    orders = report["orders_in_sample"]
    if (orders["least"], orders["most"]) != (parameters["orders"], parameters["orders"]):
        raise Incomplete(f"snapshots hold {orders['least']} to {orders['most']} orders")
    return report | {"cpu_seconds": context.peer.cpu_seconds() - cpu}


def _return(context, parameters):
    """From the start of the new server, its own start included, to the last client that is live."""
    context.swarm.connect(parameters["clients"], zlib=1)
    load(context, 100, 100, patience=30)
    context.peer.terminate_server()
    if not context.swarm.ask("away")["away"]:
        raise Incomplete("the server did not let its clients go")
    context.peer.stop_server()
    context.swarm.ask("load", count=PUBLISHED_MEANWHILE, rate=0)
    context.peer.start_server(await_ready=False)
    report = context.swarm.ask("reconnect", at_once=CONNECTS_AT_ONCE)
    if report["live"] != parameters["clients"] or report["lost"] or report["duplicates"]:
        raise Incomplete(f"{report['live']} are live, {report['lost']} events lost, "
                         f"{report['duplicates']} came twice; {report['endings']}")
    return report | {"cpu_seconds": context.peer.cpu_seconds()}


SCENARIO = Scenario(
    "storm", "Storm",
    [Column("live_s", "all live in s", 2), Column("refused", "refused", 0),
     Column("resumed", "resumed", 0),
     Column("snapshots", "snapshots", 0), Column("kib_per_snapshot", "KiB/snapshot", 1),
     Column("mib_sent", "MiB sent", 0), Column("cpu_ms_per_client", "CPU ms/client", 3)],
    variants, measure, peers=("pressboard",))
