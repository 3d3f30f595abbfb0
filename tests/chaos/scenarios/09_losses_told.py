# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis back older, or empty: every board and `status` say what may be missing."""

import asyncio
import time

from runs.lossy import span
from scenarios.stage import losses_told
from truth import ids

TITLE = "losses are told"


async def play(stage):
    await _once(stage)
    await _twice(stage)
    await _same_id(stage)


async def _once(stage):
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


async def _twice(stage):
    """A later loss takes nothing from what is told of an earlier one."""
    async with stage.shop() as shop:
        stage.say("  two losses in one day")
        await asyncio.sleep(5)
        spans = []
        for _ in range(2):
            copy = shop.redis.keep_copy("older")
            await asyncio.sleep(3)
            spans.append(time.time() - 1.5)
            await shop.redis.kill()
            shop.redis.put_back(copy)
            await shop.redis.start()
            await shop.until(lambda: all(len(set(map(str, losses_told(desk)))) == len(spans)
                                         for desk in shop.desks))
            await asyncio.sleep(2)
        start, end = span(losses_told(shop.desks[0])[-1])
        for moment in spans:
            stage.expect(start <= moment * 1000 <= end,
                         f"{moment:.1f} is told: {start / 1000:.1f} to {end / 1000:.1f}")


async def _same_id(stage):
    """Both sides of a split gave one id, by chance: what was lost before it is lost as well."""
    async with stage.shop() as shop:
        stage.say("  a split in which one id was given twice")
        await asyncio.sleep(5)
        await shop.stop_publishing()
        other = await shop.second_redis(shop.redis)
        await other.call("REPLICAOF", "NO", "ONE")
        first = await shop.publish_rows(shop.redis, 8000, 20, "lost")
        await asyncio.sleep(1)
        twice = await shop.publish_rows(shop.redis, 8020, 1, "lost")
        await shop.publish_rows(other, 8100, 1, "the other side", twice)
        async with shop.redis.connection().pipeline(transaction=True) as together:
            together.execute_command("REPLICAOF", "127.0.0.1", other.port)
            together.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
            await together.execute()
        await shop.redis.in_step()
        await shop.redis.call("REPLICAOF", "NO", "ONE")
        await stage.measure("all boards tell the loss", lambda: all(map(losses_told, shop.desks)))
        told = losses_told(shop.desks[0])
        start = span(told[-1])[0] if told else 0
        lost = ids.milliseconds(first[0])
        stage.expect(told and start <= lost, f"told from {start:.0f} on, the first lost is {lost}")


def _line(said):
    return next((line.strip()[:140] for line in said.splitlines() if "missing" in line), said[:140])
