# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log swapped under a living connection: put back by RESTORE, and by a promoted replica."""

import asyncio

from faults.losses import EPOCH, dumps, restore
from faults.redis import BOOK, EVENTS
from scenarios.stage import losses_told

TITLE = "the log swapped under a living connection"


async def play(stage):
    await _restored(stage)
    await _promoted(stage)


async def _restored(stage):
    async with stage.shop() as shop:
        await asyncio.sleep(4)  # so that there is a checkpoint
        kept = await dumps(shop.redis, EVENTS, BOOK, EPOCH)
        lost = await shop.publish_rows(shop.redis, 8000, 20, "lost")
        await asyncio.sleep(2)
        before = shop.epochs()
        await restore(shop.redis, kept)
        await shop.publish_rows(shop.redis, 8100, 5, "first of the new one")
        await stage.measure("all boards have a new epoch, after RESTORE of log, book and epoch",
                            lambda: not shop.epochs() & before)
        await stage.measure("the boards tell the loss", lambda: all(map(losses_told, shop.desks)))
        board = await shop.agreement(stage)
        _expect_rows(stage, board, bool(lost))


async def _promoted(stage):
    async with stage.shop() as shop:
        await asyncio.sleep(4)
        other = await shop.second_redis(shop.redis)
        await other.call("REPLICAOF", "NO", "ONE")
        await shop.publish_rows(shop.redis, 8000, 20, "lost")
        await shop.publish_rows(other, 8100, 5, "first of the new one")
        await asyncio.sleep(1)
        before = shop.epochs()
        async with shop.redis.connection().pipeline(transaction=True) as together:
            together.execute_command("REPLICAOF", "127.0.0.1", other.port)
            together.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
            await together.execute()
        await shop.redis.in_step()
        await shop.redis.call("REPLICAOF", "NO", "ONE")
        await stage.measure("all boards have a new epoch, after a replica took over",
                            lambda: not shop.epochs() & before)
        board = await shop.agreement(stage)
        _expect_rows(stage, board, True)


def _expect_rows(stage, board, was_lost):
    orders = board["orders"]
    stage.expect(all(str(number) in orders for number in range(8100, 8105)),
                 "the new log's first events are on the boards")
    stage.expect(was_lost and not any(str(number) in orders for number in range(8000, 8020)),
                 "the old log's last ones are not")
