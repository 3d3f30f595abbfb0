# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk's surroundings: a screen and a message bus, both of the benchmark's own."""

import os
import subprocess
import time

from ..peer import PeerFailed
from ..process import Process

SIZE = "1920x1080x24"


class Screen:
    def __init__(self, machine, workdir):
        end, other = os.pipe()
        self._xvfb = Process(
            ["Xvfb", "-displayfd", other, "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
            machine.load_core, workdir / "xvfb.log", pass_fds=[other])
        os.close(other)
        with os.fdopen(end) as told:
            number = told.readline().strip()
        if not number:
            raise PeerFailed("Xvfb did not start: install the package xvfb")
        address = f"unix:path={workdir / 'bus'}"
        self._bus = Process(["dbus-daemon", "--session", "--nofork", f"--address={address}"],
                            machine.load_core, workdir / "bus.log", stdout=subprocess.DEVNULL)
        while not (workdir / "bus").exists():
            if not self._bus.is_running():
                raise PeerFailed("dbus-daemon did not start: install the package dbus")
            time.sleep(0.01)
        self.environment = {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address,
                            "QT_QPA_PLATFORM": "xcb"}

    def stop(self):
        self._bus.stop()
        self._xvfb.stop()
