# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis takes no writes: boards stay right and say that nothing new can come."""

import asyncio

TITLE = "it takes no writes"


async def play(stage):
    for name, cause, begin, end in (
            ("memory full", "memory", _memory_full, _memory_back),
            ("replicas missing", "replicas", _no_replicas, _replicas_back),
            ("snapshots fail (MISCONF)", "disk", _no_disk, _disk_back),
            ("no right to XADD", "rights", _no_right, _right_back)):
        async with stage.shop() as shop:
            stage.say(f"  {name}")
            await begin(shop.redis)
            await stage.measure("all boards say so", lambda: all(
                desk.source.get("writes") is False for desk in shop.desks))
            said = {desk.source.get("cause") for desk in shop.desks}
            stage.expect(said == {cause}, f"cause {said}, expected {cause}")
            stage.expect(all(desk.source.get("state") == "live" for desk in shop.desks),
                         "they stay coloured")
            await _expect_degraded(stage, shop)
            await end(shop.redis)
            await stage.measure("all boards are well again", lambda: all(
                desk.source.get("writes", True) for desk in shop.desks), 8)
            await shop.agreement(stage)
    await _start_on_misconf(stage)


async def _expect_degraded(stage, shop):
    answer = await shop.servers[0].readiness()
    stage.expect(answer.get("status") == 200 and answer.get("degraded"),
                 f"/readyz {answer.get('status')}, degraded: {str(answer.get('degraded'))[:100]}")
    code, said = await stage.status(shop)
    wrong = next((line for line in said.splitlines() if "!!" in line), said)
    stage.expect(code == 1, f"status exits {code}: {wrong.strip()[:110]}")


async def _start_on_misconf(stage):
    async with stage.shop(1) as shop:
        stage.say("  a start on a Redis that answers MISCONF")
        await _no_disk(shop.redis)
        await shop.servers[0].terminate()
        shop.servers[0].start()
        await stage.measure("the server is ready", shop.servers[0].is_ready, 8)


async def _memory_full(redis_server):
    await redis_server.call("CONFIG", "SET", "maxmemory", "1")


async def _memory_back(redis_server):
    await redis_server.call("CONFIG", "SET", "maxmemory", "0")


async def _no_replicas(redis_server):
    await redis_server.call("CONFIG", "SET", "min-replicas-to-write", "1")


async def _replicas_back(redis_server):
    await redis_server.call("CONFIG", "SET", "min-replicas-to-write", "0")


async def _no_disk(redis_server):
    """A folder stands where the dump is to be written."""
    (redis_server.folder / "dump.rdb").mkdir()
    (redis_server.folder / "dump.rdb" / "in-the-way").touch()
    await redis_server.call("CONFIG", "SET", "save", "3600 1")
    await redis_server.call("BGSAVE")
    for _ in range(50):
        if (await redis_server.info("persistence"))["rdb_last_bgsave_status"] == "err":
            return
        await asyncio.sleep(0.1)


async def _disk_back(redis_server):
    await redis_server.call("CONFIG", "SET", "save", "")


async def _no_right(redis_server):
    await redis_server.call("ACL", "SETUSER", "default", "-xadd")


async def _right_back(redis_server):
    await redis_server.call("ACL", "SETUSER", "default", "+xadd")
