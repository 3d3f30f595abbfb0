# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A publisher's MAXLEN takes entries that one server has not seen yet, and the other has."""

import asyncio

from faults.redis import EVENTS

TITLE = "the log trimmed over a server that is behind"


async def play(stage):
    for left in (0, 1):
        await _trimmed(stage, left)


async def _trimmed(stage, left):
    async with stage.shop() as shop:
        await asyncio.sleep(5)
        await shop.stop_publishing()
        stage.say(f"  to {left} entries")
        before = shop.epochs()
        shop.servers[0].redis_link.hold()
        await shop.publish_rows(shop.redis, 8000, 20, "seen by one")
        await asyncio.sleep(0.5)
        await shop.redis.call("XTRIM", EVENTS, "MAXLEN", left)
        await asyncio.sleep(0.5)
        shop.servers[0].redis_link.let_through()
        await asyncio.sleep(1)
        await shop.publish_rows(shop.redis, 8100, 1, "after it")

        def all_have_all():
            return all(desk.is_live and {8000, 8019, 8100} <= desk.book.orders.keys()
                       for desk in shop.desks)

        await stage.measure("every board has what one server had seen", all_have_all, 10, 15)
        stage.expect(shop.epochs() == before, "a mere trim moves no epoch")
        await shop.agreement(stage)
