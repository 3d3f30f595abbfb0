# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two shops in two databases of one Redis: pub/sub knows no databases, the shops must."""

import asyncio
import json

from load.desk import Desk
from world.process import output_of
from world.users import User, add_user

TITLE = "two shops in one Redis"


async def play(stage):
    async with stage.shop(1) as shop:
        url = f"{shop.redis_url}/2"
        first, second = shop.desks[0], await _desk_of_other_shop(stage, shop, url)
        stage.expect(first.epoch != second.epoch, "each has a log of its own")
        await _publish(shop, "pressboard:publish", 8301)
        await _publish(shop, "pressboard:publish@2", 8302)
        await stage.measure("each has what was published for it", lambda:
                            8301 in first.book.orders and 8302 in second.book.orders)
        await asyncio.sleep(1)
        stage.expect(8302 not in first.book.orders and 8301 not in second.book.orders,
                     "neither has what was published for the other")
        await _reset_of_one(stage, url, first, second)
        await shop.agreement(stage)


async def _desk_of_other_shop(stage, shop, url):
    """Its server and its people are the other database's alone."""
    whole = User("whole", "viewer", ("a", "b"))
    await add_user(shop.binaries, url, whole)
    server = await shop.add_server(7)
    await server.terminate()
    server.redis_url = url
    server.start()
    stage.expect(await server.becomes_ready(), "a second shop is ready")
    desk = Desk("whole@other", whole, [server], shop.dice)
    desk.task = shop.go_on(desk.run())
    await shop.until(lambda: desk.is_live)
    return desk


async def _publish(shop, channel, order):
    message = {"type": "order_notification", "data": {"order_id": order, "note": "published"}}
    await shop.redis.call("PUBLISH", channel, json.dumps(message))


async def _reset_of_one(stage, url, first, second):
    """What an admin does to one shop, the other does not notice."""
    before = first.epoch, second.epoch
    await output_of([stage.binaries.ctl, "--redis", url, "reset", "--yes"])
    await stage.measure("the shop that was reset is empty", lambda:
                        second.is_live and second.epoch != before[1] and not second.book.orders)
    stage.expect(first.epoch == before[0] and 8301 in first.book.orders and first.is_live,
                 "the other one goes on as it was")
