#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many desks follow the board, whatever happens to the server, and write down what they got.

    follow.py URL TOKEN CLIENTS RESULT.json

Each client resumes where it was, as a desk does. SIGTERM ends it and writes, for each client, the ids
of the events it got in order, how often it came in, and in which modes it was synced. Python's own
modules only, so that it runs in a bare Debian.
"""
import asyncio
import base64
import json
import os
import signal
import sys
from urllib.parse import urlsplit

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
EVENTS = ("order_notification", "progress_notification")


class Desk:
    def __init__(self, url, token):
        self._place = urlsplit(url)
        self._token = token
        self._position = None  # {"epoch", "position"} of the last event
        self.events = []
        self.modes = []

    async def follow(self):
        while True:
            try:
                await self._live()
            except (OSError, asyncio.IncompleteReadError, ConnectionError):
                pass
            await asyncio.sleep(0.3)

    async def _live(self):
        reader, writer = await asyncio.open_connection(self._place.hostname, self._place.port)
        try:
            await self._shake_hands(reader, writer)
            while True:
                kind, payload = await _frame(reader)
                if kind == PING:
                    _send(writer, PONG, payload)
                elif kind == TEXT:
                    self._take(json.loads(payload), writer)
                elif kind == CLOSE:
                    return
        finally:
            writer.close()

    async def _shake_hands(self, reader, writer):
        key = base64.b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET {self._place.path} HTTP/1.1\r\nHost: {self._place.netloc}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Protocol: pressboard.v1\r\n"
            f"Sec-WebSocket-Key: {key}\r\nAuthorization: Bearer {self._token}\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise ConnectionError(head.split(b"\r\n")[0])

    def _take(self, message, writer):
        kind = message["type"]
        if kind == "connection_established":
            hello = {"type": "hello", "resume": self._position, "features": []}
            _send(writer, TEXT, json.dumps(hello).encode())
            self._epoch = message["epoch"]
        elif kind == "sync":
            self.modes.append(message["mode"])
        elif kind == "synced":
            self._position = {"epoch": message["epoch"], "position": message["position"]}
        elif kind in EVENTS:
            self.events.append(message["id"])
            self._position = {"epoch": self._epoch, "position": message["id"]}


async def _frame(reader):
    first, second = await reader.readexactly(2)
    size = second & 0x7F
    if size == 126:
        size = int.from_bytes(await reader.readexactly(2), "big")
    elif size == 127:
        size = int.from_bytes(await reader.readexactly(8), "big")
    return first & 0x0F, await reader.readexactly(size)


def _send(writer, kind, payload):
    mask = os.urandom(4)
    size = len(payload)
    head = bytes([0x80 | kind, 0x80 | size]) if size < 126 else (
        bytes([0x80 | kind, 0x80 | 126]) + size.to_bytes(2, "big"))
    writer.write(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload)))


async def main(url, token, count, result):
    desks = [Desk(url, token) for _ in range(int(count))]
    tasks = [asyncio.ensure_future(desk.follow()) for desk in desks]
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    while not ended.is_set() and not all(desk.modes for desk in desks):
        await asyncio.sleep(0.1)
    print("all in", flush=True)
    await ended.wait()
    for task in tasks:
        task.cancel()
    with open(result, "w", encoding="utf-8") as file:
        json.dump([{"events": desk.events, "modes": desk.modes} for desk in desks], file)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
