# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a scenario against a peer."""

import pathlib
import statistics
import tempfile
import time

from .peer import NotInstalled, Peer, PeerFailed
from .pressboard import Pressboard
from .scenarios.loading import Incomplete
from .scenarios.scenario import OURS
from .swarm import Swarm, SwarmFailed

# For a peer that cannot keep up: at a fraction of the load its cost can still be told.
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


class Measurement:
    """One scenario on one peer: as many runs as are asked for, then their medians."""

    def __init__(self, scenario, parameters, peer_name, machine):
        self.scenario = scenario
        self.parameters = parameters
        self.peer_name = peer_name
        self.machine = machine
        self.slow_down = scenario.lighter.get(peer_name, 1)
        self.runs = []
        self.failure = None
        self.seconds = 0

    def wants(self, runs):
        return (not self.failure and len(self.runs) < runs
                and (not self.runs or self.seconds < LONGEST_SECONDS))

    def run(self):
        start = time.monotonic()
        try:
            self.runs.append(self._run_once())
        except (Incomplete, SwarmFailed) as problem:
            self._slow_down(problem)
        except (NotInstalled, PeerFailed) as problem:
            self.failure = str(problem)
        self.seconds += time.monotonic() - start

    def result(self):
        """{"figures": {key: {median, min, max}}, …}, or {"failure": why}."""
        if self.failure or not self.runs:
            return {"failure": self.failure or "no time left"}
        return {"slow_down": self.slow_down, "runs": len(self.runs), "figures": _summary(self.runs),
                "endings": self.runs[-1].get("endings", {})}

    def _slow_down(self, problem):
        """Another peer that cannot keep up is asked for less; the floor and ours have failed."""
        if self.peer_name in OURS or self.slow_down >= SLOWEST:
            self.failure = str(problem)
        self.slow_down *= SLOWER
        self.runs = []

    def _run_once(self):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            workdir = pathlib.Path(folder)
            make = Pressboard if self.peer_name == "pressboard" else Peer
            peer = make(self.peer_name, self.machine, workdir)
            peer.configure(self.parameters.get("settings", {}))
            context = Context(self.machine, peer, workdir, self.slow_down)
            try:
                if not self.scenario.starts_itself:
                    peer.start()
                return self.scenario.measure(context, self.parameters)
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
