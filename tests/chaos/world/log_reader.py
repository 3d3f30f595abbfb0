# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the log beside the servers, past all links: what truly happened."""

import asyncio
import time

from redis.exceptions import RedisError

from truth import ids
from truth.event import Event
from truth.freshness import Heads

EVENTS = "pressboard:events"


class LogReader:
    """Polls, since it must also see what a restarted Redis has."""

    def __init__(self, find_redis):
        self.find_redis = find_redis
        self.heads = Heads()
        self.entries = {}
        self.lateness = 0.0  # the worst the loop was late by: that much later clients read, too

    async def run(self):
        position = ids.NOTHING
        while True:
            position = await self._read_on(position)
            began = time.monotonic()
            await asyncio.sleep(0.1)
            self.lateness = max(self.lateness, time.monotonic() - began - 0.1)

    async def _read_on(self, position):
        try:
            found = await self.find_redis().connection(1.0).xrange(
                EVENTS, f"({position}", "+", count=1000)
        except (RedisError, OSError, asyncio.TimeoutError):
            return position
        if not found:
            return position
        self.entries.update(found)
        self.heads.note(time.time(), found[-1][0])
        return found[-1][0]

    async def whole(self):
        """The log as it is now: [Event]."""
        found = await self.find_redis().connection(10.0).xrange(EVENTS)
        events = [Event.from_entry(position, fields) for position, fields in found]
        return [event for event in events if event]

    async def last(self):
        found = await self.find_redis().connection().xrevrange(EVENTS, count=1)
        return found[0][0] if found else ids.NOTHING
