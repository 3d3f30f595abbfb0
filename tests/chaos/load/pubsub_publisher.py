# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PUBLISH: at most once, as pub/sub is."""

import asyncio
import json

from redis.exceptions import RedisError

from load.publisher import Publisher


class PubSubPublisher(Publisher):
    promised = False

    def __init__(self, name, dice, first_id, per_second, find_master):
        super().__init__(name, dice, first_id, per_second)
        self.find_master = find_master

    async def send(self, draft):
        message = {"type": draft.kind, "data": draft.data, "groups": draft.groups}
        try:
            await self.find_master().connection().publish("pressboard:publish", json.dumps(message))
            return ""
        except (RedisError, OSError, asyncio.TimeoutError):
            return None
