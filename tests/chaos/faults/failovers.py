# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A master goes, and a replica takes over, which may not have all that was acknowledged."""

import asyncio

from faults.fault import fault, prove


async def _switched(shop, before, seconds=15):
    for _ in range(int(seconds / 0.1)):
        if shop.redis.port != before:
            return f"{before} → {shop.redis.port}"
        await asyncio.sleep(0.1)
    return ""


@fault("master killed", "master", loses=True)
async def kill_master(shop, dice):
    old = shop.redis
    await old.kill()
    switched = await _switched(shop, old.port)
    await asyncio.sleep(dice.uniform(0, 2))
    await old.start()  # the sentinels make it a replica
    await asyncio.sleep(3)
    return prove(switched, f"killed, {switched}")


@fault("master frozen", "master", loses=True)
async def freeze_master(shop, _dice):
    """It comes back and takes itself for the master until the sentinels tell it."""
    old = shop.redis
    old.freeze()
    switched = await _switched(shop, old.port)
    old.thaw()
    await asyncio.sleep(3)
    return prove(switched, f"frozen, {switched}")


@fault("failover asked for", "master", loses=True)
async def ask_failover(shop, _dice):
    old = shop.redis.port
    await shop.sentinels.all[0].connection.execute_command("SENTINEL", "FAILOVER", "mymaster")
    switched = await _switched(shop, old)
    await asyncio.sleep(2)
    return prove(switched, f"asked, {switched}")


@fault("master cut off from its replicas, then killed", "master", loses=True)
async def lag_behind(shop, dice):
    """Replicas that lag: whatever came in the last seconds is lost for certain."""
    old = shop.redis
    replicas = [each for each in shop.more_redis if each is not old]
    for replica in replicas:
        await replica.call("CONFIG", "SET", "masterauth", "wrong")
        await replica.call("REPLICAOF", "127.0.0.1", "1")  # nobody listens there
    await asyncio.sleep(dice.uniform(0.3, 0.8))
    await old.kill()
    for replica in replicas:
        await replica.call("REPLICAOF", "127.0.0.1", old.port)
        await replica.call("CONFIG", "SET", "masterauth", "")
    switched = await _switched(shop, old.port, 25)
    await old.start()
    await asyncio.sleep(3)
    return prove(switched, f"replicas lagged, {switched}")
