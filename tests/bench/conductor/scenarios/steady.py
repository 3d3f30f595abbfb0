# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events at a rate that a server has time for: what one costs, and how late it comes."""

from .loading import figures, load
from .scenario import CPU_PER_EVENT, DELIVERIES, HELPERS, P50, P99, P999, Scenario

DELIVERIES_PER_S = 30_000
EVENTS_AT_LEAST = 75  # of 30 events p99 is the slowest one's tail: chance


def variants(options):
    clients = [options.clients] if options.clients else [1000] if options.quick else [1000, 5000]
    return {f"{n} clients": {"clients": n, "rate": DELIVERIES_PER_S / n,
                             "seconds": _seconds(options, DELIVERIES_PER_S / n)}
            for n in clients}


def _seconds(options, rate):
    if options.seconds:
        return options.seconds
    return 3 if options.quick else max(5, EVENTS_AT_LEAST / rate)


def measure(context, parameters):
    context.swarm.connect(parameters["clients"])
    rate = parameters["rate"] / context.slow_down
    seconds = parameters["seconds"] * context.time_share
    return figures(load(context, max(1, round(rate * seconds)), rate, patience=seconds + 8))


SCENARIO = Scenario(
    "steady", f"Steady: {DELIVERIES_PER_S:,} deliveries/s",
    [CPU_PER_EVENT, HELPERS, DELIVERIES, P50, P99, P999], variants, measure, in_quick=())
