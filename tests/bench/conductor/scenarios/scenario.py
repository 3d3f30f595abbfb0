# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scenario is made of."""

import dataclasses
from typing import Callable


OURS = ("floor", "pressboard")


@dataclasses.dataclass(frozen=True)
class Column:
    """A figure of the report."""

    key: str
    heading: str
    digits: int = 2
    has_ratio: bool = False  # to the floor


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    columns: list
    variants: Callable  # (options) -> {label: parameters}
    measure: Callable  # (context, parameters) -> {key: figure}
    peers: tuple = ()  # whom it makes sense for; empty: all
    in_quick: tuple = OURS  # whom --quick measures, unless told otherwise
    lighter: dict = dataclasses.field(default_factory=lambda: {"seed": 10})  # known not to keep up
    starts_itself: bool = False  # measure() starts the peer when it is time
    most_runs: int = 100


CPU_PER_EVENT = Column("cpu_us_per_event", "CPU µs/event", 2, has_ratio=True)
HELPERS = Column("helper_cpu_us_per_event", "helpers' CPU µs/event", 2)
DELIVERIES = Column("deliveries_per_s", "deliveries/s", 0, has_ratio=True)
P50 = Column("p50_ms", "p50 ms", 2)
P99 = Column("p99_ms", "p99 ms", 2, has_ratio=True)
P999 = Column("p999_ms", "p99.9 ms", 2)
