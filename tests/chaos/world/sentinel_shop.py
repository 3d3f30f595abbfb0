# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop whose Redis has replicas and sentinels, all on the loopback."""

import asyncio

from redis.exceptions import RedisError

from world.link import Link
from world.redis_server import RedisServer
from world.sentinels import Sentinels, speaks_sentinel
from world.shop import Shop

REPLICAS = 2


class SentinelShop(Shop):
    """Servers that do not speak sentinel:// stand behind links that follow, as a proxy would."""

    def __init__(self, binaries, dice, servers):
        super().__init__(binaries, dice, servers, use_namespaces=False)
        self.channels = "off"
        self.link = Link("publishers→redis", ("127.0.0.1", self.redis.port))

    @property
    def redis_url(self):
        """Never that of an old master which does not know yet: it would lose what it takes."""
        return f"redis://127.0.0.1:{self.link.port or self.redis.port}"

    async def prepare(self):
        for number in range(REPLICAS):
            replica = RedisServer(f"replica{number}", self.folder / f"replica{number}",
                                  ["--replicaof", f"127.0.0.1 {self.redis.port}"])
            self.more_redis.append(replica)
            await replica.start()
        self.more_redis.append(self.redis)
        self.sentinels = Sentinels(self.folder, self.redis.port)
        await self.sentinels.start(REPLICAS)
        self.sentinels_are_spoken = await speaks_sentinel(self.binaries)
        await self.link.listen()
        self.go_on(self._follow())

    def close_more(self):
        self.link.close()
        if self.sentinels:
            self.sentinels.close()

    async def _follow(self):
        while True:
            await asyncio.sleep(0.1)
            port = await self.sentinels.master_port()
            if port and port != self.redis.port and await self._is_master(port):
                self._switch_to(port)

    async def _is_master(self, port):
        try:
            return (await self._at(port).call("ROLE"))[0] == "master"
        except (RedisError, OSError, asyncio.TimeoutError):
            return False

    def _at(self, port):
        return next(each for each in self.more_redis if each.port == port)

    def _switch_to(self, port):
        self.redis = self._at(port)
        for link in [self.link, *(server.redis_link for server in self.servers)]:
            link.target = ("127.0.0.1", port)
            link.cut()
