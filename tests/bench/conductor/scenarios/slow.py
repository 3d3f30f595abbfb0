# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some read 1 KB/s only: what do the others notice?"""

from .loading import figures, load
from .scenario import CPU_PER_EVENT, OURS, P50, P99, P999, Scenario

RATES = {"30 events/s": 30, "1,000 events/s": 1000}


def variants(options):
    clients = options.clients or 1000
    seconds = options.seconds or (2 if options.quick else 4)
    return {f"{clients} clients, {slow} of them slow, {label}":
            {"clients": clients, "slow": slow, "rate": rate, "seconds": seconds}
            for label, rate in RATES.items() for slow in (0, clients // 100)}


def measure(context, parameters):
    context.swarm.connect(parameters["clients"], slow=parameters["slow"])
    rate, seconds = parameters["rate"], parameters["seconds"]
    return figures(load(context, round(rate * seconds), rate, patience=seconds + 20))


SCENARIO = Scenario(
    "slow", "Slow readers (latency of the others)", [P50, P99, P999, CPU_PER_EVENT], variants, measure,
    peers=OURS)
