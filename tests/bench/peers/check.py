#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that peers keep their contract: check.py [--clients N] [--lines N] NAME…

Starts each, connects the clients, feeds lines of all sizes at once, wants every line at every
client in order, ends the peer and wants nothing of it left. Exit code 3: a peer is not installed.
"""
import argparse
import base64
import json
import os
import pathlib
import re
import resource
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile

LONGEST = 60_000
SECONDS = 60
HERE = pathlib.Path(__file__).resolve().parent


class Client:
    """The least of a WebSocket client that can read unfragmented text."""

    def __init__(self, port, path):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                              f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                              "Sec-WebSocket-Version: 13\r\n\r\n").encode())
        self._stream = self._socket.makefile("rb")
        status = self._stream.readline()
        if b" 101 " not in status:
            raise ConnectionError(f"not upgraded: {status!r}")
        while self._stream.readline().strip():
            pass

    def ping(self):
        """Sends the application's ping and returns what is answered."""
        text = b'{"type":"ping"}'
        self._socket.sendall(bytes([0x81, 0x80 | len(text)]) + bytes(4) + text)
        return json.loads(self.text())

    def text(self):
        """The next text message, as bytes; pings in between are passed over."""
        while True:
            first, second = self._stream.read(2)
            length = second & 0x7F
            if length == 126:
                length, = struct.unpack(">H", self._stream.read(2))
            elif length == 127:
                length, = struct.unpack(">Q", self._stream.read(8))
            payload = self._stream.read(length)
            if first == 0x81:
                return payload
            if first != 0x89:
                raise ConnectionError(f"a frame that begins with {first:#x}: {payload!r}")

    def close(self):
        self._socket.close()


def sample_lines(count):
    """Compact JSON with Chinese in it; four of the lines are long, up to LONGEST."""
    for number in range(count):
        message = {"type": "general_notification", "data": {"number": number, "message": "开饭了"}}
        if (number + 1) % (count // 4) == 0:
            message["data"]["padding"] = "x" * (LONGEST * (number + 1) // count)
        yield json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def free_ports():
    address = ("127.0.0.1", 0)
    with socket.create_server(address) as one, socket.create_server(address) as two:
        return one.getsockname()[1], two.getsockname()[1]


def first_line(process):
    if not select.select([process.stdout], [], [], SECONDS)[0]:
        raise TimeoutError("the peer is not ready")
    return process.stdout.readline()


def exchange(ready, workdir, feed_port, amount):
    """All lines to all clients; raises where one is missing or out of order."""
    port, path = re.fullmatch(r"ready ws://127\.0\.0\.1:(\d+)(/\S*)\n", ready).groups()
    for pid in listed_pids(workdir):
        os.kill(pid, 0)
    clients = [Client(int(port), path) for _ in range(amount.clients)]
    for client in clients:
        assert client.ping()["type"] == "pong"
    lines = list(sample_lines(amount.lines))
    with socket.create_connection(("127.0.0.1", feed_port)) as feed:
        feed.sendall(b"".join(line + b"\n" for line in lines))
        for number, client in enumerate(clients):
            for line in lines:
                assert client.text() == line, f"client {number} missed {line[:80]!r}"
    for client in clients:
        client.close()


def listed_pids(workdir):
    return [int(pid) for pid in re.findall(r"^(?:cpu_also: )?(\d+)",
                                           (workdir / "pids").read_text(), re.MULTILINE)]


def descendants(pid):
    try:
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return set()
    return {int(child) for child in children}.union(*(descendants(child) for child in children))


def is_running(pid):
    return pathlib.Path(f"/proc/{pid}").exists()


def check(name, amount):
    with tempfile.TemporaryDirectory() as folder:
        workdir = pathlib.Path(folder)
        ws_port, feed_port = free_ports()
        peer = subprocess.Popen([HERE / name / "start", workdir, str(ws_port), str(feed_port)],
                                stdout=subprocess.PIPE, text=True)
        family = {peer.pid}
        try:
            ready = first_line(peer)
            if not ready:
                return peer.wait()
            family |= descendants(peer.pid)
            exchange(ready, workdir, feed_port, amount)
        finally:
            peer.send_signal(signal.SIGTERM)
            code = peer.wait(SECONDS)
        left = [pid for pid in family if is_running(pid)]
        assert not left, f"still running: {left}"
        assert code in (0, -signal.SIGTERM), f"exit code {code}"
    print(f"{name}: {amount.clients} clients got {amount.lines} lines in order; "
          f"{len(family)} processes, none left")
    return 0


def main():
    parser = argparse.ArgumentParser(description="Checks that peers keep their contract.")
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--lines", type=int, default=200, help="at least 4")
    amount = parser.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return max(check(name, amount) for name in amount.names)


if __name__ == "__main__":
    sys.exit(main())
