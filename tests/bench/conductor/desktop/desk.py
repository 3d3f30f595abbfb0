# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured on: a server with the whole shop, a screen, and one desk before it."""

import dataclasses
import subprocess

from .. import log
from ..pressboard import Pressboard
from .keyboard import Keyboard
from .program import Program
from .screen import Screen
from .shop import Shop

class Desk:
    """The desktop program has the first core to itself; all else runs on the last one."""

    SIZE = (1920, 1080)

    def __init__(self, machine, workdir, shop=None):
        self.machine = machine
        self.workdir = workdir
        self.shop = shop or Shop()
        self._server = Pressboard(
            "server", dataclasses.replace(machine, server_core=machine.load_core), workdir)
        self._screen = None
        self.program = None

    def open(self):
        self._screen = Screen(self.machine, self.workdir)
        self._server.start()
        self.log = log.Redis(self._server.socket)
        orders = self.workdir / "orders.jsonl"
        self.shop.write(orders)
        self._control("import", orders, "--complete")
        self.await_log()

    def start(self, *options):
        """The program anew, with what its last run left behind."""
        self.program = Program(self.machine, self._screen, f"127.0.0.1:{self._server.port}",
                                self.workdir / "home", options)
        return self.program

    def keyboard(self):
        """A second one at its screen, as a barcode scanner is one."""
        return Keyboard(self._screen.environment["DISPLAY"])

    def renew_log(self):
        """Another epoch, with the same orders: every desk gets a snapshot."""
        self._control("new-log")

    def restart_server(self):
        """As an upgrade does: it says goodbye, and is back in a moment."""
        self._server.stop_server()
        self._server.start_server()

    def publish(self, event):
        return self.publish_all([event])

    def publish_all(self, events):
        return self.log.fill(events)

    def await_log(self):
        self._server.await_position(self.publish(("bench_mark", {})))

    def close(self):
        for one in (self.program, self._server, self._screen):
            if one:
                one.stop()

    def _control(self, *words):
        done = subprocess.run(
            [self.machine.bin / "pressboardctl", "--config", self._server.settings, *words],
            capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
