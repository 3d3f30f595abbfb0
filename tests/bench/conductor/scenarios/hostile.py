# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients do their worst within the limits: what does another one notice?

One thread does it all: what the hostile ones may send by now is written just before each ping of the
other, so that the server finds it before that ping, and nobody here keeps anybody from the CPU. What
they may send at once, at their beginning, they have sent before the measure begins.
"""

import os
import socket
import struct
import time

from .scenario import Column, Scenario

HOSTILE = 16
PING_EVERY_S = 0.005
BURST_S = 3  # for what they may send at once

HEAD = ("GET /ws/notifications/ HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Protocol: pressboard.v1\r\n\r\n").encode()
HELLO = b'{"type":"hello","resume":null}'
PING = b'{"type":"ping"}'


def frame(payload, opcode=1, is_last=True):
    """Of a client; the mask is zero."""
    first = (0x80 if is_last else 0) | opcode
    size = len(payload)
    length = (struct.pack("!B", 0x80 | size) if size < 126 else
              struct.pack("!BH", 0x80 | 126, size) if size < 65536 else
              struct.pack("!BQ", 0x80 | 127, size))
    return bytes([first]) + length + bytes(4) + payload


def filled(kind, size, members):
    """An object of so many bytes and members, what is left of them in texts full of escapes."""
    if members * 6 + len(kind) + 2 >= size:
        members = (size - len(kind) - 2) // 6
        return b"{" + b'"a":1,' * members + kind + b"}"
    each = (size - len(kind) - 2) // members
    member = b'"a":"' + b"\\u00e9" * ((each - 7) // 6) + b'",'
    return b"{" + member * members + kind + b"}"


# What one may send, at how many a second for as long as it likes.
UNKNOWN_TYPE = (frame(filled(b'"type":"zz"', 60_000, 60_000)), 1)
PUBLISHES = (frame(filled(b'"type":"publish","ref":"r","event":{"type":"x","data":{}}', 15_900, 250)), 4)
EMPTY_FRAMES = (frame(b"", 0, False), 190)
PINGS = (frame(b"x" * 100, 9), 38)
HELLOS = (frame(HELLO), 0.1)
WORST = [UNKNOWN_TYPE, PUBLISHES, EMPTY_FRAMES, PINGS, HELLOS]


class Client:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.heard = b""
        self.say(HEAD)
        self.hear_until(b"connection_established")
        self.say(frame(HELLO))
        self.hear_until(b'"synced"')
        self.heard = b""

    def say(self, data):
        self.socket.sendall(data)

    def hear_until(self, words):
        while words not in self.heard:
            data = self.socket.recv(1 << 20)
            if not data:
                raise ConnectionError("the server hung up")
            self.heard += data
        self.heard = b""

    def pinged(self):
        """Seconds from a ping to its answer."""
        begin = time.perf_counter()
        self.say(frame(PING))
        self.hear_until(b'"pong"')
        return time.perf_counter() - begin


class HostileClient(Client):
    def __init__(self, port, message, rate):
        super().__init__(port)
        self.message, self.rate = message, rate
        if message == EMPTY_FRAMES[0]:
            self.say(frame(b"{", 1, False))
        self.socket.setblocking(False)
        self.sent, self.begin = 0, time.monotonic()

    def do_its_worst(self):
        """As much as it may by now; False when it was shut out."""
        due = int((time.monotonic() - self.begin) * self.rate) - self.sent
        try:
            while self.socket.recv(1 << 20):
                pass
            return False
        except BlockingIOError:
            pass
        except OSError:
            return False
        for _ in range(due):
            try:
                os.write(self.socket.fileno(), self.message)
            except OSError:
                break
            self.sent += 1
        return True


def variants(options):
    seconds = options.seconds or (4 if options.quick else 10)
    settings = {"user-share": HOSTILE}
    return {f"{HOSTILE} hostile clients": {"seconds": seconds, "settings": settings}}


def _p99_ms(latencies):
    return 1000 * sorted(latencies)[int(len(latencies) * 0.99)]


def _pings(client, hostile, seconds):
    latencies, shut_out = [], set()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        shut_out |= {one for one in hostile if not one.do_its_worst()}
        latencies.append(client.pinged())
        time.sleep(PING_EVERY_S)
    return latencies, len(shut_out)


def measure(context, parameters):
    port = context.peer.port
    client = Client(port)
    _pings(client, [], 0.5)
    quiet, _ = _pings(client, [], parameters["seconds"])
    hostile = [HostileClient(port, *WORST[i % len(WORST)]) for i in range(HOSTILE)]
    _pings(client, hostile, BURST_S)
    cpu = context.peer.cpu_seconds()
    busy, shut_out = _pings(client, hostile, parameters["seconds"])
    return {
        "quiet_p99_ms": _p99_ms(quiet),
        "hostile_p99_ms": _p99_ms(busy),
        "times": _p99_ms(busy) / _p99_ms(quiet),
        "cpu_percent": 100 * (context.peer.cpu_seconds() - cpu) / parameters["seconds"],
        "shut_out": shut_out,
    }


SCENARIO = Scenario(
    "hostile", "Hostile clients (a ping of another)",
    [Column("quiet_p99_ms", "p99 ms, quiet", 3), Column("hostile_p99_ms", "p99 ms, hostile", 3),
     Column("times", "×", 2), Column("cpu_percent", "% of a core", 1),
     Column("shut_out", "shut out", 0)],
    variants, measure, peers=("pressboard",), in_quick=("pressboard",))
