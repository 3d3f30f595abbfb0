# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ref that was answered before everything was lost; no descriptor left when Redis goes."""

import asyncio
import uuid

from world.process import output_of

TITLE = "refs after a loss, and descriptors"


async def play(stage):
    await _ref_after_flush(stage)
    await _no_descriptors(stage)


async def _ref_after_flush(stage):
    for how in ("FLUSHALL", "reset"):
        async with stage.shop() as shop:
            desk = shop.add_desk("boss", "boss", shop.servers[0])
            shop.desks.remove(desk)
            await shop.until(lambda: desk.is_live)
            ref = str(uuid.uuid4())
            first = await _publish(desk, ref)
            await asyncio.sleep(6)
            if how == "FLUSHALL":
                await shop.redis.call("FLUSHALL")
            else:
                await _reset(stage, shop)
            await asyncio.sleep(3)
            await shop.until(lambda: desk.is_live)
            again = await _publish(desk, ref)
            positions = [event.id for event in await shop.log.whole()
                         if event.data.get("note") == "by ref"]
            shown = 9900 in shop.desks[0].book.orders
            stage.expect(again is None or again in positions or shown and again == first,
                         f"after {how} the ref is answered by {again} (first {first}), in the log: "
                         f"{positions}, on the board: {shown}")
            stage.expect(len(positions) <= 1, "it is stored once at most")


async def _reset(stage, shop):
    await output_of([stage.binaries.ctl, "--redis", shop.redis_url, "reset", "--yes"])


async def _publish(desk, ref):
    answer = asyncio.get_running_loop().create_future()
    desk.acks[ref] = answer
    event = {"type": "order_notification", "data": {"order_id": 9900, "note": "by ref"}}
    await desk.send({"type": "publish", "ref": ref, "event": event})
    position, _code = await asyncio.wait_for(answer, 5)
    return position


async def _no_descriptors(stage):
    """As many clients as are let in, and more who knock; the limit is there from the start."""
    async with stage.shop(1) as shop:
        server, limit = shop.servers[0], 160
        await server.terminate()
        server.prefix = ["prlimit", f"--nofile={limit}:{limit}"]
        server.start()
        await server.becomes_ready()
        crowd = [shop.add_desk(f"crowd{number}", "eve", server) for number in range(limit + 20)]
        await asyncio.sleep(8)
        inside = sum(desk.is_synced for desk in crowd)
        stage.say(f"  {inside} clients are in, with at most {limit} descriptors")
        server.redis_link.cut()
        await asyncio.sleep(0.1)
        await stage.measure("the server has its Redis again, however many clients there are",
                            lambda: server.redis_link.connections >= 3
                            and all(desk.is_live for desk in crowd if desk.is_synced))
        for desk in crowd:
            desk.task.cancel()
