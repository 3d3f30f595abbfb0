# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""XADD, as a CRM's own program does it."""

import asyncio

from redis.exceptions import RedisError

from load.publisher import Publisher
from world.log_reader import EVENTS


class StreamPublisher(Publisher):
    def __init__(self, name, dice, first_id, per_second, find_master):
        super().__init__(name, dice, first_id, per_second)
        self.find_master = find_master

    async def send(self, draft):
        fields = {"type": draft.kind, "data": draft.text}
        if draft.groups:
            fields["groups"] = ",".join(draft.groups)
        master = self.find_master()
        try:
            told = await master.connection().xadd(EVENTS, fields)
            # What an old master takes between its waking up and its being told is no promise.
            return told if master is self.find_master() else None
        except (RedisError, OSError, asyncio.TimeoutError):
            return None  # there or not: it is not sent again, since XADD knows no ref
