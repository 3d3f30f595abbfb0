# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""More than a server can bring out one by one, for some seconds."""

from .loading import figures, load
from .scenario import CPU_PER_EVENT, DELIVERIES, P50, P99, Column, Scenario

EVENTS_PER_S = 2000


def variants(options):
    clients = options.clients or 1000
    seconds = options.seconds or (2 if options.quick else 4)
    return {f"{EVENTS_PER_S:,} events/s, {clients} clients":
            {"clients": clients, "seconds": seconds}}


def measure(context, parameters):
    context.swarm.connect(parameters["clients"])
    rate = EVENTS_PER_S / context.slow_down
    return figures(load(context, round(rate * parameters["seconds"]), rate,
                        patience=parameters["seconds"] + 10))


SCENARIO = Scenario(
    "flood", "Flood",
    [DELIVERIES, CPU_PER_EVENT, P50, P99, Column("publish_seconds", "published in s", 1)],
    variants, measure, lighter={"seed": 1000, "nchan": 10, "node-ws": 10})
