#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGHUP takes up what a running server can, names what it cannot, and keeps all with a mistake.

    reload_test.py BIN_FOLDER
"""
import http.client
import json
import signal
import socket
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests/support/programs"))

from running import PATIENCE, Server, wait_until  # noqa: E402

WORDS = 'anonymous = "read"\nstatus-words = { "归了大仓" = "completed" }\n'
FIELD = '[[fields]]\nname = "paper"\ntitle = "纸张"\nof = "order"\n'


def upgrade(server):
    """The status that somebody gets who comes without a code."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/ws/notifications/", headers={
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
    return connection.getresponse().status


def order(server, order_id):
    """As the board has it; None: not yet."""
    code = (server.data / "admin.token").read_text(encoding="utf-8").strip()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", f"/api/v1/orders/{order_id}", headers={"Authorization": f"Bearer {code}"})
    answer = connection.getresponse()
    text = answer.read()
    return json.loads(text)["order"] if answer.status == 200 else None


def published(server, order_id):
    """What the board has of an order of the CRM's own words and members."""
    server.redis("XADD", "pressboard:events", "*", "type", "order_notification", "data",
                 json.dumps({"order_id": order_id, "status": "归了大仓", "paper": "铜版纸"}))
    return wait_until("the order is on the board", lambda: order(server, order_id))


class Page:
    """A session without a code, of which only its end is looked at."""

    def __init__(self, server):
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
        self.socket.sendall(
            b"GET /ws/notifications/?v=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
            b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
        assert b" 101 " in self.socket.recv(64)

    def is_sent_away(self):
        """Until it is."""
        heard = b""
        while part := self.socket.recv(65536):
            heard += part
        return b"the shop's own fields changed" in heard


def words_and_fields(server, reload):
    """The shop's own words and fields, named while the server runs."""
    before = published(server, 1)
    assert before["status"] == 0 and "fields" not in before, before
    page = Page(server)
    reload(WORDS, "Taken up: status-words")
    named = published(server, 2)
    assert named["status"] == 3 and "fields" not in named, named
    reload(WORDS + FIELD, "Taken up: fields")
    assert page.is_sent_away()
    shown = published(server, 3)
    assert shown["fields"] == {"paper": "铜版纸"}, shown
    assert "fields" not in order(server, 2)
    server.end()
    server.start()  # with the same settings: what it took up is what a start reads
    assert order(server, 3) == shown
    reload(WORDS, lambda: server.log().count("Taken up: fields") == 2)
    assert "fields" not in order(server, 3)


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
                wait_until(answer, answer if callable(answer) else lambda: answer in server.log())

            reload('anonymous = "read"\nretain-events = 5000\n', "Taken up: anonymous")
            wait_until("the rest is named", lambda: "after a restart only: retain-events" in server.log())
            assert upgrade(server) == 101
            reload('anonymous = "read"\nretain-events = 5000\nstuck = { running-h = 12 }\n', "Taken up: stuck")
            words_and_fields(server, reload)
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
