# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many events at once: what a server does when a CRM imports its morning."""

from .loading import figures, load
from .scenario import CPU_PER_EVENT, DELIVERIES, P50, P99, Scenario

EVENTS = 3000


def variants(options):
    clients = options.clients or 1000
    return {f"{EVENTS:,} events, {clients} clients": {"clients": clients}}


def measure(context, parameters):
    context.swarm.connect(parameters["clients"])
    return figures(load(context, max(1, EVENTS // context.slow_down), rate=0, patience=30))


SCENARIO = Scenario(
    "burst", "Burst: all published at once", [DELIVERIES, CPU_PER_EVENT, P50, P99], variants, measure,
    lighter={"seed": 100})
