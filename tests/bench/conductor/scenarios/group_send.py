# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the CRM waits for in each save: one group_send, with more and more desks listening.

Sent as the CRM's signals do it, one at a time, each when the one before has long arrived.
"""

import json
import subprocess
import time

from .. import log
from ..process import Process
from .loading import Incomplete
from .scenario import Column, Scenario

SENDS = 20
DESKS = (1, 100, 1000)
GROUP_KEY = "asgi:group:notifications"
# Daphne needs 0.25 ms for each client.
SECONDS_A_DESK = 0.0004
LEAST_SECONDS = 0.05
PATIENCE_SECONDS = 30


def variants(options):
    return {f"{desks:,} {'desk' if desks == 1 else 'desks'}":
            {"desks": desks, "settings": {"channels": '"core"'}}
            for desks in ([options.clients] if options.clients else DESKS)}


def measure(context, parameters):
    desks = parameters["desks"]
    context.swarm.connect(desks)
    _await_members(log.Redis(context.workdir / "redis.sock"))
    milliseconds = _group_sends(context, max(LEAST_SECONDS, desks * SECONDS_A_DESK))
    report = context.swarm.ask("arrived", PATIENCE_SECONDS + 10, last=SENDS,
                               timeout=PATIENCE_SECONDS)
    if report["complete"] != desks or report["lost"] or report["duplicates"]:
        raise Incomplete(f"{report['complete']} of {desks} desks have all, once each")
    return {"send_p50_ms": _percentile(milliseconds, 0.5), "send_max_ms": max(milliseconds),
            "arrival_p50_ms": report["latency"]["p50_ms"]}


def _await_members(redis):
    """The server joins the group by itself, a moment after its start."""
    end = time.monotonic() + PATIENCE_SECONDS
    while redis.ask("ZCARD", GROUP_KEY) == "0":
        if time.monotonic() > end:
            raise Incomplete("nobody joined the group")
        time.sleep(0.05)


def _group_sends(context, interval):
    """How long each took, in ms."""
    crm = Process(
        ["/usr/bin/python3", context.machine.peers / "seed" / "crm.py", SENDS, interval],
        context.machine.load_core,
        context.workdir / "crm.log",
        environment={"SEED_REDIS": f"unix://{context.workdir / 'redis.sock'}"},
        stdout=subprocess.PIPE,
    )
    said, _ = crm.child.communicate(timeout=PATIENCE_SECONDS + SENDS * interval)
    if crm.child.returncode:
        raise Incomplete((context.workdir / "crm.log").read_text().strip())
    return json.loads(said)


def _percentile(values, share):
    return sorted(values)[round(share * (len(values) - 1))]


SCENARIO = Scenario(
    "group_send", "One group_send of the CRM",
    [Column("send_p50_ms", "p50 ms", 2), Column("send_max_ms", "longest ms", 2),
     Column("arrival_p50_ms", "until it is at a desk, p50 ms", 2)],
    variants, measure, peers=("seed", "pressboard"), in_quick=("seed", "pressboard"), lighter={})
