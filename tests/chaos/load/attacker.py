# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody on the shop's network with a raw socket, a viewer's code, and no manners."""

import asyncio
import contextlib
import socket
import struct

from load.mutations import hostile_frames, request

_PATIENCE_S = 0.05  # for an answer


class Attacker:
    def __init__(self, dice, server, token):
        self.dice = dice
        self.server = server
        self.token = token
        self.task = None
        self.connections = 0
        self.upgraded = 0
        self.written = 0  # bytes
        self.answers = 0  # with a status, or frames

    async def run(self):
        while True:
            with contextlib.suppress(OSError, asyncio.TimeoutError):
                await self._attack()
            await asyncio.sleep(self.dice.uniform(0, 0.1))

    async def _attack(self):
        reader, writer = await asyncio.wait_for(
            asyncio.open_connection(self.server.host, self.server.port), 5)
        self.connections += 1
        try:
            await self._write(writer, request(self.dice, self.token))
            answer = await self._read(reader)
            self.upgraded += answer.startswith(b"HTTP/1.1 101")
            while answer and self.dice.random() < 0.9:
                await self._write(writer, hostile_frames(self.dice))
                answer = await self._read(reader) or b"silence"
        finally:
            self._leave(writer)

    async def _write(self, writer, data):
        """Whole, in pieces, or a byte at a time for its beginning."""
        step = self.dice.choice((len(data), len(data), 1, 7, 1000))
        for start in range(0, min(len(data), 40 * step), max(step, 1)):
            writer.write(data[start:start + step])
            await asyncio.wait_for(writer.drain(), 5)
            if step < 100:
                await asyncio.sleep(0)
        writer.write(data[40 * step:])
        self.written += len(data)

    async def _read(self, reader):
        try:
            answer = await asyncio.wait_for(reader.read(1 << 16), _PATIENCE_S)
        except asyncio.TimeoutError:
            return b""
        self.answers += bool(answer)
        return answer

    def _leave(self, writer):
        """A reset, or an end as it should be."""
        if self.dice.random() < 0.5:
            with contextlib.suppress(OSError, AttributeError):
                writer.get_extra_info("socket").setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.close()
