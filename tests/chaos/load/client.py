# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that reads the board over a WebSocket, and comes back whenever it is cut."""

import asyncio
import collections
import contextlib
import json
import time
import zlib

import websockets

from truth.trace import Cut, Trace

CONNECT_S = 4.0
PING_S = 1.0
SILENCE_S = 8.0  # without a frame: it is a cut
V1 = "pressboard.v1"


class Client:
    """`servers` are those it may be on; it takes the next after each cut when `roams`."""

    subprotocols = None

    def __init__(self, name, user, servers, dice, roams=False):
        self.name = name
        self.user = user
        self.servers = servers
        self.dice = dice
        self.roams = roams
        self.server = servers[0]
        self.trace = Trace(name, user.audience)
        self.socket = None
        self.connects = 0
        self.reads = asyncio.Event()
        self.reads.set()

    async def run(self):
        while True:
            code, pause = await self._stay()
            self.trace.add(Cut(time.time(), code))
            self.on_cut()
            if self.roams:
                self.server = self.dice.choice(self.servers)
            await asyncio.sleep(pause or self.dice.uniform(0.1, 0.6))

    def on_cut(self):
        pass

    def on_connected(self):
        pass

    async def handle(self, message):
        raise NotImplementedError

    async def send(self, message):
        await self.socket.send(json.dumps(message))

    def cut(self):
        """As when the program dies: without a word."""
        if self.socket and self.socket.transport:
            self.socket.transport.abort()

    async def _stay(self):
        """(close code, how long to stay away) of one connection."""
        self.retry_after = None
        self.asked = collections.deque()
        self.began = time.time()
        pinging = None
        try:
            self.socket = await asyncio.wait_for(self._connect(), CONNECT_S)
            self.connects += 1
            self.on_connected()
            pinging = asyncio.ensure_future(self._ping())
            while True:
                frame = await asyncio.wait_for(self.socket.recv(), SILENCE_S)
                await self.reads.wait()
                await self.handle(json.loads(zlib.decompress(frame) if isinstance(frame, bytes)
                                             else frame))
        except websockets.exceptions.ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0, self.retry_after
        except websockets.exceptions.InvalidStatusCode as refused:
            return refused.status_code, 1.0
        except (OSError, asyncio.TimeoutError, EOFError, websockets.exceptions.WebSocketException):
            return 0, None
        finally:
            if pinging:
                pinging.cancel()
            self.cut()
            self.socket = None

    def asked_at(self):
        """When the ping was sent that is answered now: an answer on a slow line is no newer."""
        return self.asked.popleft() if self.asked else self.began

    def _connect(self):
        return websockets.connect(
            f"ws://127.0.0.1:{self.server.link.port}/ws/notifications/",
            subprotocols=self.subprotocols, compression=None, max_size=1 << 20, max_queue=4096,
            ping_interval=None, close_timeout=1, open_timeout=None,
            extra_headers={"Authorization": f"Bearer {self.user.token}"})

    async def _ping(self):
        with contextlib.suppress(Exception):  # the reader sees the same end
            while True:
                await asyncio.sleep(PING_S)
                self.asked.append(time.time())
                await self.send({"type": "ping"})
