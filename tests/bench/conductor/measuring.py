# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario against one peer, as often as asked, and takes medians."""

import pathlib
import statistics
import tempfile
import time

from .peer import NotInstalled, Peer, PeerFailed
from .pressboard import Pressboard
from .scenarios.loading import Incomplete
from .scenarios.scenario import OURS
from .swarm import Swarm, SwarmFailed

# For a peer that cannot keep up: at a tenth of the load, or a hundredth, its cost can still be told.
SLOWER = 10
SLOWEST = 100
OTHERS_TIME_SHARE = 0.4  # of the seconds that the floor and pressboard are measured
LONGEST_SECONDS = 30  # after that no further run begins


class Context:
    """What a scenario works with during one run."""

    def __init__(self, machine, peer, workdir, slow_down):
        self.machine = machine
        self.peer = peer
        self.workdir = workdir
        self.slow_down = slow_down  # the load is to be divided by this
        self.time_share = 1 if peer.name in OURS else OTHERS_TIME_SHARE
        self._swarm = None

    @property
    def swarm(self):
        """Started when it is first needed."""
        if not self._swarm:
            self._swarm = Swarm(self.machine, self.workdir, self.peer.swarm_options())
        return self._swarm

    def stop(self):
        if self._swarm:
            self._swarm.stop()
        self.peer.stop()


def measure(scenario, parameters, peer_name, machine, runs):
    """{"figures": {key: {median, min, max}}, "slow_down": n}, or {"failure": why}."""
    slow_down = scenario.lighter.get(peer_name, 1)
    results = []
    start = time.monotonic()
    try:
        while len(results) < runs and (not results or time.monotonic() - start < LONGEST_SECONDS):
            try:
                results.append(_run(scenario, parameters, peer_name, machine, slow_down))
            except (Incomplete, SwarmFailed):
                if peer_name in OURS or slow_down >= SLOWEST:
                    raise
                slow_down, results = slow_down * SLOWER, []
    except (NotInstalled, PeerFailed, SwarmFailed, Incomplete) as problem:
        return {"failure": str(problem)}
    return {"slow_down": slow_down, "runs": len(results), "figures": _summary(results),
            "endings": results[-1].get("endings", {})}


def _run(scenario, parameters, peer_name, machine, slow_down):
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        workdir = pathlib.Path(folder)
        peer = (Pressboard if peer_name == "pressboard" else Peer)(peer_name, machine, workdir)
        context = Context(machine, peer, workdir, slow_down)
        try:
            if not scenario.starts_itself:
                peer.start()
            return scenario.measure(context, parameters)
        finally:
            context.stop()


def _summary(results):
    """A run's figure may be several values, of equal windows in it."""
    return {key: _middle([value for result in results for value in _values(result[key])])
            for key in results[0] if key != "endings"}


def _values(figure):
    return figure if isinstance(figure, list) else [figure]


def _middle(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}
