# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that knows more than the server it comes to: it must not be shown the older board."""

import asyncio

from truth import freshness

TITLE = "a client ahead of a deaf server"
TIMES = 4


async def play(stage):
    async with stage.shop() as shop:
        left, right = shop.servers
        roamer = shop.open_desk("roamer", "whole", [left, right])
        await shop.until(lambda: roamer.is_live)
        for _ in range(TIMES):
            right.redis_link.hold()
            await asyncio.sleep(0.3)
            roamer.server = right
            roamer.cut()
            await asyncio.sleep(0.3)
            await stage.measure("the deaf server gives no board as live",
                                lambda: roamer.server_name == right.name and not roamer.is_live)
            await asyncio.sleep(6)  # nor later, while it hears nothing
            stage.expect(not roamer.is_live, "nor later, while it hears nothing")
            right.redis_link.let_through()
            await shop.until(lambda: roamer.is_live)
            roamer.server = left
            roamer.cut()
            await asyncio.sleep(1)
            await shop.until(lambda: roamer.is_live)
        older = freshness.backwards(roamer.trace)
        stage.expect(not older, f"boards that went backwards while live: "
                     f"{[found.what for found in older]}")
        await shop.agreement(stage)
