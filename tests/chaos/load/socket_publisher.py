# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes over a desk's WebSocket, with a ref, and asks again until it is told."""

import asyncio
import uuid

import websockets

from load.publisher import Publisher

ANSWER_S = 3.0
TRIES = 40


class SocketPublisher(Publisher):
    def __init__(self, name, dice, first_id, per_second, desk):
        super().__init__(name, dice, first_id, per_second)
        self.desk = desk
        self.repeated = 0

    async def send(self, draft):
        """The same ref, over whatever connection there is: stored once."""
        ref = str(uuid.UUID(int=self.maker.dice.getrandbits(128)))
        for attempt in range(TRIES):
            position, code = await self._try(ref, draft)
            if position or code == "invalid":
                return position
            if not self.is_wanted and attempt > 10:
                return None
            self.repeated += 1
            await asyncio.sleep(0.3)
        return None

    async def _try(self, ref, draft):
        answer = asyncio.get_running_loop().create_future()
        self.desk.acks[ref] = answer
        event = {"type": draft.kind, "data": draft.data, "groups": draft.groups}
        try:
            await self.desk.send({"type": "publish", "ref": ref, "event": event})
            return await asyncio.wait_for(answer, ANSWER_S)
        except (AttributeError, OSError, asyncio.TimeoutError,
                websockets.exceptions.WebSocketException):
            return None, ""
