# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis back empty while one server starts: everybody must get in again."""

import asyncio

from faults.redis import USERS
from world.users import User, add_user

TITLE = "Redis back empty while one server starts"
TIMES = 3


async def play(stage):
    await _added_meanwhile(stage)
    for _ in range(TIMES):
        async with stage.shop() as shop:
            names = set(await shop.redis.call("HKEYS", USERS))
            await shop.servers[1].terminate()
            await shop.redis.kill()
            shop.redis.put_back(None)
            shop.servers[1].start()
            await shop.redis.start()

            async def users_are_back():
                return set(await shop.redis.call("HKEYS", USERS)) == names

            await stage.measure("all users are back, and nobody else", users_are_back, 10)
            for desk in shop.desks:
                desk.cut()
            await asyncio.sleep(0.2)
            await stage.measure("every desk is live again",
                                lambda: all(desk.is_live for desk in shop.desks), 15)
            await shop.agreement(stage)


async def _added_meanwhile(stage):
    """The key is deleted, and before a server has looked somebody adds a user."""
    async with stage.shop() as shop:
        names = set(await shop.redis.call("HKEYS", USERS))
        await shop.redis.call("DEL", USERS)
        await add_user(stage.binaries, shop.redis_url, User("late", "viewer"))

        async def users_are_back():
            return set(await shop.redis.call("HKEYS", USERS)) == names | {"late"}

        await stage.measure("all users are back, beside one who was added meanwhile",
                            users_are_back, 12)
