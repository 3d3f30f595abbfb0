# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The book deleted while servers live, and somebody who needs it before they wrote it again."""

import asyncio

from faults.redis import BOOK, EVENTS
from truth.book import differences, shown_board
from world.process import output_of

TITLE = "the book gone for a moment"


async def play(stage):
    await _fresh_server(stage)
    await _new_log(stage)


async def _without_book(stage, shop):
    """The log does not hold everything any more, and nobody wrote the book again yet."""
    await asyncio.sleep(6)
    await shop.redis.call("XTRIM", EVENTS, "MAXLEN", 5)
    await asyncio.sleep(1)
    await shop.redis.call("DEL", BOOK)


async def _fresh_server(stage):
    async with stage.shop() as shop:
        await _without_book(stage, shop)
        stage.say("  a server starts without it")
        fresh = await shop.add_server(6)
        desk = shop.add_desk("fresh", "whole", fresh)
        await shop.until(lambda: desk.is_live)
        await shop.stop_publishing()
        await asyncio.sleep(6)  # the others have written it again
        stage.expect(await shop.redis.call("EXISTS", BOOK), "the book is there again")
        found = differences(shown_board(shop.desks[0].book), shown_board(desk.book), 2)
        stage.expect(not found, f"it shows what the others show {found or ''}")


async def _new_log(stage):
    async with stage.shop() as shop:
        await shop.publish_rows(shop.redis, 8000, 5, "must stay")
        await _without_book(stage, shop)
        stage.say("  pressboardctl new-log without it")
        code, out, err = await output_of([stage.binaries.ctl, "--redis", shop.redis_url, "new-log"])
        stage.say(f"    {code}: {(out + err).strip()[:110]}")
        await asyncio.sleep(6)
        board = await shop.agreement(stage)
        stage.expect(all(str(number) in board["orders"] for number in range(8000, 8005)),
                     "every order is as it was")
