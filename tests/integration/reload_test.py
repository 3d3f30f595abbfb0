#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGHUP takes up what a running server can, names what it cannot, and keeps all with a mistake.

    reload_test.py BIN_FOLDER
"""
import http.client
import json
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests/support/programs"))

from running import Server, wait_until  # noqa: E402


def upgrade(server):
    """The status that somebody gets who comes without a code."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/ws/notifications/", headers={
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
    return connection.getresponse().status


def main(programs):
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "pressboard.toml")
        settings.write_text('anonymous = "off"\n', encoding="utf-8")
        server = Server(programs, "--config", settings)
        try:
            assert "The shop's day begins at 00:00 in " in server.log()
            assert upgrade(server) == 401

            def reload(text, answer):
                settings.write_text(text, encoding="utf-8")
                server.process.send_signal(signal.SIGHUP)
                wait_until(answer, lambda: answer in server.log())

            reload('anonymous = "read"\nretain-events = 5000\n', "Taken up: anonymous")
            wait_until("the rest is named", lambda: "after a restart only: retain-events" in server.log())
            assert upgrade(server) == 101
            reload('anonymous = "read"\nretain-events = 5000\nstuck = { running-h = 12 }\n', "Taken up: stuck")
            reload('anonymous = "of"\n', "The settings stay as they were: ")
            assert upgrade(server) == 101
            reload('anonymous = "off"\nlog-format = "json"\n', '"Taken up: ')
            assert upgrade(server) == 401
            said = [line for line in server.log().splitlines() if line.startswith("{")]
            assert said and all(json.loads(line)["category"].startswith("pressboard.") for line in said)
        except AssertionError:
            print(server.log())
            raise
        finally:
            server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
