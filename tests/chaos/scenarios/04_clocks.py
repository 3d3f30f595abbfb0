# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server whose clock is 100 days ahead becomes the writer: what cannot be undone must wait."""

import asyncio
import json

from faults.servers import clock_at
from truth.book import shown_board

TITLE = "clocks"


async def play(stage):
    async with stage.shop(1) as shop:
        for number in range(8000, 8010):
            await shop.redis.call("XADD", "pressboard:events", "*", "type", "order_notification",
                                  "data", json.dumps({"order_id": number, "status": 3}))
        await shop.redis.call("XADD", "pressboard:events", "*", "type", "general_notification",
                              "data", json.dumps({"message": "must be seen"}))
        server = shop.servers[0]
        await server.terminate()
        server.environment = clock_at("+100d")
        server.start()
        await stage.measure("the server with the wrong clock is ready", server.is_ready, 10)
        await asyncio.sleep(8)
        desk = shop.add_desk("newcomer", "whole", server)
        await shop.until(lambda: desk.is_live)
        board = shown_board(desk.book)
        stage.expect(all(str(number) in board["orders"] for number in range(8000, 8010)),
                     "finished orders are still there")
        stage.expect(any(data["message"] == "must be seen" for data in board["notices"].values()),
                     "a newcomer sees the notice")
        code, said = await stage.status(shop)
        clock = next((line.strip() for line in said.splitlines() if "clock" in line.lower()), "")
        stage.expect(code == 1 and clock, f"status says so, exit {code}: {clock[:120]}")
        retired = [event for event in await shop.log.whole() if event.kind == "pressboard.retire"]
        stage.expect(not retired, f"retired for good: {len(retired)}")
        await server.terminate()
        server.environment = {}
        server.start()
        await shop.agreement(stage)
        lease = await shop.redis.call("PTTL", "pressboard:writer")
        stage.expect(lease <= 10_000, f"a lease is no longer than a lease: {lease} ms")
