# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Both sides of a split give the same ids to different events, and a client crosses it."""

import asyncio


TITLE = "ids given twice in a split"


async def play(stage):
    for with_checkpoint in (True, False):
        stage.say(f"  {'with' if with_checkpoint else 'without'} a checkpoint before the split")
        await _split(stage, 5 if with_checkpoint else 0)


async def _split(stage, wait_s):
    async with stage.shop() as shop:
        await asyncio.sleep(wait_s)
        await shop.stop_publishing()
        other = await shop.second_redis(shop.redis)
        left, right = shop.servers
        right.redis_link.target = ("127.0.0.1", other.port)
        right.redis_link.cut()
        await other.call("REPLICAOF", "NO", "ONE")
        roamer = shop.open_desk("roamer", "whole", [left, right])
        await shop.until(lambda: all(desk.is_live for desk in shop.desks))
        now = int(float((await shop.redis.call("TIME"))[0]) * 1000) + 5000
        ids = [f"{now + number}-0" for number in range(10)]
        await shop.publish_rows(shop.redis, 8000, 10, "left", ids)
        await shop.publish_rows(other, 8005, 10, "right", ids)
        await asyncio.sleep(1)
        roamer.server = right
        roamer.cut()
        await shop.until(lambda: roamer.is_live and roamer.server_name == right.name)
        await shop.redis.call("REPLICAOF", "127.0.0.1", other.port)
        await shop.redis.in_step()
        await shop.redis.call("REPLICAOF", "NO", "ONE")
        right.redis_link.target = ("127.0.0.1", shop.redis.port)
        right.redis_link.cut()
        await shop.publish_rows(shop.redis, 8020, 1, "after the healing")

        def all_right():
            return all(desk.is_live and 8020 in desk.book.orders and _shows_winner(desk, wait_s > 0)
                       for desk in shop.desks)

        await stage.measure("every board shows the side that won", all_right, 8)
        await shop.agreement(stage)


def _shows_winner(desk, alone):
    """Where Redis has no book yet, a server's own is written into it: nothing of it is lost."""
    rows = {8000 + number: _note(desk, 8000 + number) for number in range(15)}
    losers = {rows.pop(number) for number in range(8000, 8005)}
    return set(rows.values()) == {"right"} and (losers == {None} or not alone)


def _note(desk, number):
    order = desk.book.orders.get(number)
    return order and order.row.get("note")
