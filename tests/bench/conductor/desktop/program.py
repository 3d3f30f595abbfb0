# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program as it is delivered, with a probe in it that says what it paints, and when."""

import json
import pathlib
import subprocess
import threading
import time

from ..peer import PeerFailed
from ..process import Process, cpu_seconds

PATIENCE = 60  # seconds
QUIET = 0.3  # seconds in which it does next to nothing
BOARD, ORDERS, CHARTS, TODAY = range(4)
PAGES = {BOARD: "board", ORDERS: "orders", CHARTS: "charts", TODAY: "today"}
CLOSED, NOTICES, ACTIVITY = range(-1, 2)


class Program:
    """One run of it on a desk. `home` keeps settings and cache from run to run."""

    def __init__(self, machine, screen, server, home, options=()):
        home.mkdir(mode=0o700, exist_ok=True)
        environment = {**screen.environment, "HOME": str(home), "LC_ALL": "C.UTF-8",
                       "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config"),
                       "XDG_RUNTIME_DIR": str(home),
                       "LD_PRELOAD": str(machine.bin / "libbench-probe.so")}
        self.started = time.monotonic_ns()
        self._process = Process(
            [machine.bin / "pressboard", "--server", server, "--settings", home / "pressboard.ini",
             "--language", "zh_CN", *options],
            machine.server_core, home / "log", environment=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pid = self._process.pid
        self._log = home / "log"

    def await_rows(self):
        """Seconds from the start to the first picture with rows."""
        return (self._answer("rows_painted") - self.started) / 1e9

    def show(self, page):
        self._say(f"page {page}")
        return self._answer("page_painted")

    def show_notices(self, view):
        """What the bell opens."""
        self._say(f"notices {view}")
        if self._answer("notices") != (view != CLOSED):
            raise PeerFailed("the desktop program does not move its notices")

    def heap(self):
        """MiB that it asked for and did not give back."""
        self._say("heap")
        return self._answer("heap") / 2**20

    def resize(self, width, height):
        self._say(f"resize {width} {height}")

    def turns(self):
        """Since the last call: count, longest_ms, longest_cpu_ms, over_50_ms."""
        self._say("turns")
        return self._answer("turns")

    def paints(self):
        """Since the last call: ([received…], painted), in seconds of time.monotonic()."""
        self._say("paints")
        return [([each / 1e9 for each in received], painted / 1e9)
                for received, painted in self._answer("paints")]

    def type(self, text, gap_ms):
        """Milliseconds from each letter to the picture of its result; / deletes them all."""
        self._say(f"type {gap_ms} {text}")
        return self._answer("typed")

    def scan(self, keyboard, code):
        """Milliseconds from a scanner's Enter to the picture of the order's card."""
        entered = keyboard.scan(code)
        while (painted := self._answer("card_painted")) < entered:
            pass  # of the card before
        return (painted - entered) / 1e6

    def cpu(self):
        return cpu_seconds([self.pid])

    def memory(self):
        """{"Rss": MiB, "Pss": MiB, …}"""
        lines = pathlib.Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()[1:]
        return {key: int(words.split()[0]) / 1024
                for key, words in (line.split(":") for line in lines)}

    def settle(self):
        """Until it has done what there was to do."""
        end = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 3:
            before = self.cpu()
            time.sleep(QUIET)
            quiet = quiet + 1 if self.cpu() - before < 0.1 * QUIET else 0
            if time.monotonic() > end:
                raise PeerFailed("the desktop program does not come to rest")

    def quit(self):
        """As the menu's Quit: keeps its board."""
        if self._process.is_running():
            self._say("quit")
            self._process.child.wait(PATIENCE)

    def stop(self):
        self._process.stop()

    def _say(self, command):
        self._process.child.stdin.write(command + "\n")
        self._process.child.stdin.flush()

    def _answer(self, key):
        """What the next answer to that says; others are passed over."""
        while True:
            line = self._line()
            if not line:
                raise PeerFailed(f"the desktop program fell silent: {self._log.read_text()[-500:]}")
            answer = json.loads(line)
            if key in answer:
                return answer[key]

    def _line(self):
        """Empty when it ended, or took longer than anybody waits."""
        patience = threading.Timer(PATIENCE, self._process.child.kill)
        patience.start()
        try:
            return self._process.child.stdout.readline()
        finally:
            patience.cancel()
