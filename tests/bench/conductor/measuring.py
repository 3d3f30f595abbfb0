# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario against one peer, as often as asked, and takes medians."""

import pathlib
import statistics
import tempfile

from .peer import NotInstalled, Peer, PeerFailed
from .pressboard import Pressboard
from .scenarios.loading import Incomplete
from .swarm import Swarm, SwarmFailed

SLOW_DOWN = 10  # for a peer that cannot keep up: at a tenth of the load its cost can still be told


class Context:
    """What a scenario works with during one run."""

    def __init__(self, machine, peer, workdir, slow_down):
        self.machine = machine
        self.peer = peer
        self.workdir = workdir
        self.slow_down = slow_down
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
    slow_down = 1
    results = []
    try:
        while len(results) < runs:
            try:
                results.append(_run(scenario, parameters, peer_name, machine, slow_down))
            except (Incomplete, SwarmFailed):
                if peer_name in ("pressboard", "floor") or slow_down > 1:
                    raise
                slow_down, results = SLOW_DOWN, []
    except (NotInstalled, PeerFailed, SwarmFailed, Incomplete) as problem:
        return {"failure": str(problem)}
    return {"slow_down": slow_down, "figures": _summary(results)}


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
    return {key: _middle([result[key] for result in results])
            for key, value in results[0].items() if isinstance(value, (int, float))}


def _middle(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}
