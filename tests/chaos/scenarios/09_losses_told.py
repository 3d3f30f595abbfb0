# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis back older, or empty: every board and `status` say what may be missing."""

import asyncio

from scenarios.stage import losses_told

TITLE = "losses are told"


async def play(stage):
    for older in (True, False):
        async with stage.shop() as shop:
            await asyncio.sleep(4)
            copy = shop.redis.keep_copy("older") if older else None
            await asyncio.sleep(8)
            await shop.redis.kill()
            shop.redis.put_back(copy)
            await shop.redis.start()
            how = "8 s older" if older else "empty"
            await stage.measure(f"all boards tell the loss, Redis back {how}",
                                lambda: all(map(losses_told, shop.desks)))
            code, said = await stage.status(shop)
            stage.expect("missing" in said, f"status tells it, exit {code}: {_line(said)}")
            loss = losses_told(shop.desks[0])
            stage.expect(True, f"told: {loss[-1] if loss else None}")
            for server in shop.servers:
                await server.terminate()
                server.start()
            await shop.all_ready()
            desk = shop.add_desk("later", "whole", shop.servers[0])
            await stage.measure("a desk of a restarted server is told, too",
                                lambda: desk.is_live and bool(losses_told(desk)))
            await shop.agreement(stage)


def _line(said):
    return next((line.strip()[:140] for line in said.splitlines() if "missing" in line), said[:140])
