# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pressboard-server as a peer, on an external Redis that the benchmark starts, without a disk."""

import json
import subprocess
import time
import urllib.error
import urllib.request

from .peer import START_SECONDS, Peer, PeerFailed, free_port
from .process import Process

SETTINGS = """\
listen = "127.0.0.1:{port}"
ops = "127.0.0.1:{ops_port}"
redis = "unix://{socket}"
data-dir = "{data}"
anonymous = "read"
max-clients = 50000
max-clients-per-address = 0
log-level = "warning"
"""

# Unless a scenario wants it otherwise: all clients are one user's.
USUAL = {"user-share": 0}

# As the service sets it.
ENVIRONMENT = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}


def at_least(position, other):
    """Whether one of the log's ids is the other or behind it; None is behind nothing."""
    return bool(position) and _parts(position) >= _parts(other)


def _parts(position):
    return tuple(int(part) for part in position.split("-"))


class Pressboard(Peer):
    """Fed by XADD into its Redis, which runs on the load's core and is counted apart."""

    speaks_v1 = True

    def __init__(self, name, machine, workdir):
        super().__init__(name, machine, workdir)
        self.socket = workdir / "redis.sock"
        self.settings = workdir / "pressboard.toml"
        self.redis = None
        self.more_settings = {}

    def configure(self, settings):
        self.more_settings = settings

    def start(self):
        self.start_redis()
        self.start_server()

    def start_redis(self):
        self.redis = Process(
            ["redis-server", "--port", 0, "--unixsocket", self.socket, "--save", "",
             "--appendonly", "no", "--dir", self.workdir, "--logfile", self.workdir / "redis.log"],
            self.machine.load_core,
            self.workdir / "log",
            stdout=subprocess.DEVNULL,
        )
        self._await(self.socket.exists, "its Redis did not start")
        self.helpers["redis"] = self.redis.pid

    def start_server(self, await_ready=True):
        if not self.settings.exists():
            self.port, self.ops_port = free_port(), free_port()
            self.settings.write_text(SETTINGS.format(
                port=self.port, ops_port=self.ops_port, socket=self.socket,
                data=self.workdir / "data")
                + "".join(f"{key} = {value}\n"
                          for key, value in (USUAL | self.more_settings).items()))
        self.process = Process(
            [self.machine.bin / "pressboard-server", "--config", self.settings],
            self.machine.server_core,
            self.workdir / "log",
            environment=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
        )
        self.pids = [self.process.pid]
        if await_ready:
            self._await(lambda: self.readiness().get("ready"), "it did not get ready")

    def terminate_server(self):
        self.process.child.terminate()

    def stop_server(self):
        return self.process.stop(seconds=30)

    def readiness(self):
        """What /readyz says; empty while it says nothing."""
        try:
            url = f"http://127.0.0.1:{self.ops_port}/readyz"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)
        except OSError:
            return {}

    def await_position(self, last):
        """Until the server has read the log up to this id."""
        self._await(lambda: at_least(self.readiness().get("position"), last),
                    "it did not read its log")

    def swarm_options(self):
        return [f"port={self.port}", "path=/ws/notifications/", "v1=1", f"redis={self.socket}"]

    def stop(self):
        super().stop()
        if self.redis:
            self.redis.stop()

    def _await(self, condition, otherwise):
        end = time.monotonic() + START_SECONDS
        while not condition():
            if time.monotonic() > end or (self.process and not self.process.is_running()):
                said = (self.workdir / "log").read_text().strip()
                raise PeerFailed(f"{self.name}: {otherwise}: {said}")
            time.sleep(0.05)
