#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many programs publish over HTTP at once, each event under its own ref and again until it is confirmed,
while the server and its Redis are killed: each is in the log once, and under the id that was confirmed.

    http_kill_test.py BIN_FOLDER

PRESSBOARD_LONG_TESTS=yes for ten thousand of them.
"""
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support/programs"))

from running import Server, wait_until  # noqa: E402

IS_LONG = bool(os.environ.get("PRESSBOARD_LONG_TESTS"))
EVENTS = 10_000 if IS_LONG else 1_200
THREADS = 24
KILLS = 12 if IS_LONG else 4
PATIENCE = 600 if IS_LONG else 180  # seconds


class Publishers:
    """Each takes the next order, and says it until somebody confirms it."""

    def __init__(self, port, code):
        self._port, self._code = port, code
        self._next = iter(range(1, EVENTS + 1))
        self._lock = threading.Lock()
        self.confirmed, self.statuses, self.problems = {}, {}, []
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(THREADS)]
        for thread in self._threads:
            thread.start()

    def is_done(self):
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self):
        while True:
            with self._lock:
                order = next(self._next, None)
            if order is None:
                return
            self._publish(order)

    def _publish(self, order):
        while True:
            status, answer = self._post(order)
            with self._lock:
                self.statuses[status] = self.statuses.get(status, 0) + 1
                if status in (200, 201):
                    self.confirmed[order] = answer["id"]
                    return
                if status not in (0, 409, 429, 503):
                    self.problems.append((order, status, answer))
                    return
            time.sleep(0.05)

    def _post(self, order):
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        event = {"type": "order_notification", "ref": f"ref-{order}",
                 "data": {"order_id": order, "order_no": f"PO{order}", "status": 1}}
        try:
            connection.request("POST", "/api/v1/events", json.dumps(event), {
                "Authorization": f"Bearer {self._code}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            return 0, None  # nobody knows whether it is stored
        finally:
            connection.close()


def kill_some(server, publishers):
    """Spread over all that is said."""
    for turn in range(1, KILLS + 1):
        wait_until(f"kill {turn}", lambda: len(publishers.confirmed) >= turn * EVENTS // (KILLS + 2)
                   or publishers.is_done(), PATIENCE)
        before = server.redis_pid()
        if turn % 2:
            os.kill(before, signal.SIGKILL)
        else:
            server.end(signal.SIGKILL)
            server.start()
        wait_until("another Redis", lambda: is_another(server, before))


def is_another(server, before):
    try:
        return server.redis_pid() != before
    except (subprocess.CalledProcessError, TypeError):  # it does not answer yet
        return False


def stored(server):
    """order → ids in the log"""
    found, lines = {}, server.redis("XRANGE", "pressboard:events", "-", "+").split("\n")
    last = None
    for line in lines:
        if line.replace("-", "").isdigit() and "-" in line:
            last = line
        elif line.startswith("{") and '"order_no"' in line:
            found.setdefault(json.loads(line)["order_id"], []).append(last)
    return found


def main(programs):
    server = Server(programs, "--user-share", "0")
    try:
        code = (server.data / "admin.token").read_text(encoding="utf-8").strip()
        publishers = Publishers(server.port, code)
        kill_some(server, publishers)
        wait_until("all are confirmed", publishers.is_done, PATIENCE)
        assert not publishers.problems, publishers.problems[:3]
        found = stored(server)
        assert set(found) == set(range(1, EVENTS + 1)), "some are missing, or more than were said"
        twice = {order: ids for order, ids in found.items() if len(ids) != 1}
        assert not twice, f"not once: {list(twice.items())[:3]}"
        wrong = [order for order, ids in found.items() if publishers.confirmed[order] != ids[0]]
        assert not wrong, f"confirmed under another id: {wrong[:3]}"
        print(f"{EVENTS} stored once; answers by status: {dict(sorted(publishers.statuses.items()))}")
    except AssertionError:
        print(server.log()[-5000:])
        raise
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
