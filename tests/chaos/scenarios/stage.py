# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a scenario plays: a small shop, a stopwatch, and a list of what was not as it must be."""

import asyncio
import json
import random
import time

from load.stream_publisher import StreamPublisher
from truth.book import differences, shown_board
from truth.trace import Source
from world.process import output_of
from world.redis_server import RedisServer
from world.shop import Shop

SAYS_WITHIN_S = 6.0


class Stage:
    """One shop at a time; `async with stage.shop() as shop`."""

    def __init__(self, binaries, say, seed=1, keeps=False):
        self.binaries = binaries
        self.say = say
        self.dice = random.Random(seed)
        self.failures = []
        self.keeps = keeps

    def shop(self, servers=2, use_namespaces=False):
        shop = StageShop(self.binaries, self.dice, servers, use_namespaces)
        shop.keeps_folder = self.keeps
        if self.keeps:
            self.say(f"  {shop.folder}")
        return shop

    def expect(self, condition, sentence):
        self.say(f"    {'ok ' if condition else 'NOT'} {sentence}")
        if not condition:
            self.failures.append(sentence)
        return condition

    async def measure(self, what, condition, limit=SAYS_WITHIN_S, seconds=25):
        """Seconds until it is so, said, and expected within the limit; None: never."""
        began = time.monotonic()
        while time.monotonic() < began + seconds:
            found = condition()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                took = time.monotonic() - began
                self.expect(took <= limit, f"{took:5.1f} s until {what}")
                return took
            await asyncio.sleep(0.05)
        self.expect(False, f"never ({seconds} s): {what}")
        return None

    async def status(self, shop, url=None):
        """(exit code, all that it says)."""
        code, out, err = await output_of([self.binaries.ctl, "--redis", url or shop.redis_url,
                                          "status"], 30)
        return code, out + err


class StageShop(Shop):
    """Two desks that see everything on each server, and one XADD publisher."""

    async def __aenter__(self):
        await super().__aenter__()
        try:
            await self.all_ready()
            for server in self.servers:
                self.add_desk(f"whole@{server.name}", "whole", server)
            publisher = StreamPublisher("xadd", self.dice, 1000, 20, lambda: self.redis)
            self.publishers.append(publisher)
            self.publishing = [self.go_on(publisher.run())]
            await self.until(lambda: all(desk.is_live for desk in self.desks))
            await asyncio.sleep(2)
            return self
        except BaseException:
            await self.__aexit__(None, None, None)
            raise

    async def until(self, condition, seconds=20):
        for _ in range(int(seconds / 0.05)):
            if condition():
                return True
            await asyncio.sleep(0.05)
        return False

    def epochs(self):
        return {desk.epoch for desk in self.desks}

    def desk_of(self, server):
        return next(desk for desk in self.desks if desk.server is server)

    async def second_redis(self, replica_of=None):
        """Another one, which ends with the shop."""
        other = RedisServer("other", self.folder / f"other{len(self.more_redis)}")
        self.more_redis.append(other)
        await other.start()
        if replica_of:
            await other.call("REPLICAOF", "127.0.0.1", replica_of.port)
            await other.in_step()
        return other

    async def publish_rows(self, redis_server, first, count, note, positions=None):
        """Orders first…first+count-1, each with this note; under these ids where some are given."""
        told = []
        for number in range(count):
            data = {"order_id": first + number, "status": 2, "note": note}
            told.append(await redis_server.call(
                "XADD", "pressboard:events", positions[number] if positions else "*", "type",
                "order_notification", "data", json.dumps(data)))
        return told

    async def agreement(self, stage):
        """Stops publishing; all desks and those of a fresh server must have one board."""
        await self.stop_publishing()
        fresh = await self.add_server(len(self.servers) + 5)
        stage.expect(await fresh.becomes_ready(), "a fresh server gets ready "
                     f"{(await fresh.readiness()).get('reasons', '')}")
        self.add_desk("whole@fresh", "whole", fresh)
        stage.expect(not (behind := await self.settles(25)), f"all settle {behind or ''}")
        first = shown_board(self.desks[0].book)
        for desk in self.desks[1:]:
            found = differences(first, shown_board(desk.book), 2)
            stage.expect(not found, f"{desk.name} shows what {self.desks[0].name} shows "
                         f"{found or ''}")
        stage.expect(len(self.epochs()) == 1, f"one epoch: {self.epochs()}")
        return first


def says(desk, state):
    return desk.source.get("state") == state


def losses_told(desk):
    return [record.loss for record in desk.trace.of(Source) if record.loss]
