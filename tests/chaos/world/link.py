# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP link with a switch in it: what a network does to connections that cross it.

Bytes are never lost inside a connection, as TCP loses none: they come late, in pieces, or not
before the connection's end."""

import asyncio
import contextlib
import socket
import struct

_CHUNK = 64 * 1024


class Link:
    def __init__(self, name, target):
        self.name = name
        self.target = target  # (host, port) for connections to come
        self.port = None
        self.delay = 0.0  # seconds, each way
        self.dribble = 0  # bytes at a time; 0: as they come
        self.refuses = False
        self.carried = 0
        self.refused = 0
        self._open = {"up": asyncio.Event(), "down": asyncio.Event()}
        self._pairs = set()  # (near, far) of each connection
        self._pumps = set()
        self._listener = None
        self.let_through()

    async def listen(self, host="127.0.0.1", port=0):
        self._listener = await asyncio.start_server(self._accept, host, port, backlog=256)
        self.port = self._listener.sockets[0].getsockname()[1]

    @property
    def connections(self):
        return len(self._pairs)

    def hold(self, *directions):
        """Up is towards the target. Nothing moves there until let_through()."""
        for direction in directions or ("up", "down"):
            self._open[direction].clear()

    def let_through(self):
        for gate in self._open.values():
            gate.set()

    def cut(self):
        """A reset for every connection there is. Answers how many there were."""
        cut = self.connections
        for pair in list(self._pairs):
            for writer in pair:
                _reset(writer)
        self._pairs.clear()
        return cut

    def pairs(self):
        """(near, far) streams of each connection."""
        return list(self._pairs)

    def heal(self):
        self.delay, self.dribble, self.refuses = 0.0, 0, False
        self.let_through()

    def close(self):
        if self._listener:
            self._listener.close()
        self.cut()
        for pump in list(self._pumps):
            pump.cancel()

    async def _accept(self, reader, writer):
        if self.refuses:
            self.refused += 1
            _reset(writer)
            return
        try:
            far_reader, far_writer = await asyncio.wait_for(
                asyncio.open_connection(*self.target), 5)
        except (OSError, asyncio.TimeoutError):
            _reset(writer)
            return
        self._pairs.add((writer, far_writer))
        up = asyncio.ensure_future(self._pump(reader, far_writer, "up"))
        down = asyncio.ensure_future(self._pump(far_reader, writer, "down"))
        self._pumps |= {up, down}
        await asyncio.wait({up, down}, return_when=asyncio.ALL_COMPLETED)
        self._pumps -= {up, down}
        self._pairs.discard((writer, far_writer))

    async def _pump(self, reader, writer, direction):
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while chunk := await reader.read(_CHUNK):
                await self._open[direction].wait()
                if self.delay:
                    await asyncio.sleep(self.delay)
                await self._pass(chunk, writer)
            await self._open[direction].wait()
        _end(writer)

    async def _pass(self, chunk, writer):
        self.carried += len(chunk)
        step = self.dribble or len(chunk)
        for start in range(0, len(chunk), step):
            writer.write(chunk[start:start + step])
            await writer.drain()
            if self.dribble:
                await asyncio.sleep(0.001)


def _reset(writer):
    """An RST: what was not yet sent is gone."""
    with contextlib.suppress(OSError, AttributeError):
        writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _end(writer):
    with contextlib.suppress(OSError, RuntimeError):
        writer.close()
