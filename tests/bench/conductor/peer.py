# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server to be measured: anything with an executable tests/bench/peers/<name>/start.

start WORKDIR WS_PORT FEED_PORT runs it in the foreground on 127.0.0.1, writes the pids that count
as the server into WORKDIR/pids ("cpu_also: PID NAME" for helpers that are counted apart) and then
prints "ready ws://127.0.0.1:PORT/PATH". Each line sent to FEED_PORT is one message to all clients.
It exits with 3 and a sentence when its software is not installed.
"""

import errno
import os
import random
import select
import socket
import subprocess
import urllib.parse

from .process import Process, cpu_seconds, resident_bytes

START_SECONDS = 30


class NotInstalled(Exception):
    pass


class PeerFailed(Exception):
    pass


def free_port():
    """Below those that the system gives to whoever connects: nobody else gets it meanwhile."""
    while True:
        port = random.randrange(15_000, 32_000)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError as problem:
                if problem.errno != errno.EADDRINUSE:
                    raise


class Peer:
    """One run of a peer that is fed over its feed port."""

    speaks_v1 = False

    def __init__(self, name, machine, workdir):
        self.name = name
        self.machine = machine
        self.workdir = workdir
        self.process = None
        self.pids = []
        self.helpers = {}

    def configure(self, settings):
        """What a scenario wants set in pressboard-server; the others know nothing of it."""

    def start(self):
        self.feed_port = free_port()
        self.process = Process(
            [self.machine.peers / self.name / "start", self.workdir, free_port(), self.feed_port],
            self.machine.server_core,
            self.workdir / "log",
            environment={"BENCH_BIN": str(self.machine.bin)},
            stdout=subprocess.PIPE,
        )
        self.url = self._await_ready()
        self._read_pids()

    def _await_ready(self):
        readable, _, _ = select.select([self.process.child.stdout], [], [], START_SECONDS)
        line = self.process.child.stdout.readline() if readable else ""
        if line.startswith("ready "):
            return urllib.parse.urlparse(line.split()[1])
        code = self.process.stop()
        said = (self.workdir / "log").read_text().strip()
        raise (NotInstalled if code == 3 else PeerFailed)(f"{self.name}: {said or 'not ready'}")

    def _read_pids(self):
        for line in (self.workdir / "pids").read_text().splitlines():
            if line.startswith("cpu_also:"):
                _, pid, name = line.split()
                self.helpers[name] = int(pid)
                os.sched_setaffinity(int(pid), {self.machine.load_core})
            elif line.strip():
                self.pids.append(int(line))

    def swarm_options(self):
        path = self.url.path + (f"?{self.url.query}" if self.url.query else "")
        return [f"port={self.url.port}", f"path={path or '/'}", f"feed={self.feed_port}"]

    def cpu_seconds(self):
        return cpu_seconds(self.pids)

    def helper_cpu_seconds(self):
        return {name: cpu_seconds([pid]) for name, pid in self.helpers.items()}

    def resident_bytes(self):
        return resident_bytes(self.pids)

    def stop(self):
        if self.process:
            self.process.stop()
