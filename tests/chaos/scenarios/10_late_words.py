# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How late the wire says that it is stale: Redis silent, frozen, gone; a machine that slept."""

import asyncio

from scenarios.stage import says

TITLE = "late words"
SLEEP_S = 5


async def play(stage):
    async with stage.shop() as shop:
        await _lost(stage, shop, "Redis silent", _silent, _heard)
        await _lost(stage, shop, "Redis frozen", _frozen, _thawed)
        await _lost(stage, shop, "Redis killed", _killed, _started)
        await _waking(stage, shop)
        await shop.agreement(stage)


async def _lost(stage, shop, name, begin, end):
    await begin(shop)
    await stage.measure(f"all boards are told, {name}",
                        lambda: all(says(desk, "lost") for desk in shop.desks))
    await end(shop)
    await stage.measure("they are live again", lambda: all(desk.is_live for desk in shop.desks), 8)
    await asyncio.sleep(1)


async def _waking(stage, shop):
    """The answers that it had not read when it fell asleep are no sign of life."""
    server = shop.servers[0]
    desk = shop.desk_of(server)
    server.freeze()
    await asyncio.sleep(1)
    server.redis_link.hold()
    await asyncio.sleep(SLEEP_S - 1)
    server.thaw()
    await stage.measure(f"a server that slept for {SLEEP_S} s, and wakes without Redis, says so",
                        lambda: says(desk, "lost"), 1.5)
    server.redis_link.let_through()
    await stage.measure("it is live again", lambda: desk.is_live, 8)


async def _silent(shop):
    for server in shop.servers:
        server.redis_link.hold()


async def _heard(shop):
    for server in shop.servers:
        server.redis_link.let_through()


async def _frozen(shop):
    shop.redis.freeze()


async def _thawed(shop):
    shop.redis.thaw()


async def _killed(shop):
    await shop.redis.kill()


async def _started(shop):
    await shop.redis.start()
