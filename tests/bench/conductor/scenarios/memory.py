# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does it grow? Resident memory over many events, and over many clients that come and go."""

from .loading import load
from .scenario import Column, Scenario

QUARTERS = 4


def variants(options):
    events, connects = (400_000, 10_000) if options.quick else (1_000_000, 100_000)
    return {f"over {events:,} events": {"clients": 20, "events": events},
            f"over {connects:,} connects": {"clients": 1000, "connects": connects}}


def measure(context, parameters):
    context.swarm.connect(parameters["clients"])
    figures = {"start_mib": _mib(context)}
    for quarter in range(1, QUARTERS + 1):
        _quarter(context, parameters)
        figures[f"q{quarter}_mib"] = _mib(context)
    figures["growth_kib"] = (figures["q4_mib"] - figures["q2_mib"]) * 1024
    return figures


def _quarter(context, parameters):
    if "events" in parameters:
        load(context, parameters["events"] // QUARTERS, 0, patience=60)
        return
    count = parameters["connects"] // QUARTERS
    report = context.swarm.ask("churn", count=count)
    if not report["in_time"]:
        raise RuntimeError(f"not all came back: {report['endings']}")


def _mib(context):
    return context.peer.resident_bytes() / 1024 / 1024


SCENARIO = Scenario(
    "memory", "Memory: RSS in MiB",
    [Column("start_mib", "start", 1)]
    + [Column(f"q{quarter}_mib", f"after {quarter}/4", 1) for quarter in range(1, QUARTERS + 1)]
    + [Column("growth_kib", "growth in the second half, KiB", 0)],
    variants, measure, peers=("pressboard",), most_runs=1)
