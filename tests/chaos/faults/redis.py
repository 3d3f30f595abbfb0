# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis stops, stumbles, or takes nothing, and keeps what it acknowledged."""

import asyncio
import signal

from redis.exceptions import RedisError

from faults.fault import fault, prove

EVENTS, BOOK, WRITER, USERS = (f"pressboard:{key}" for key in ("events", "book", "writer", "users"))


@fault("Redis frozen", "redis")
async def freeze(shop, dice):
    shop.redis.freeze()
    await asyncio.sleep(0.1)
    frozen = shop.redis.is_frozen()
    await asyncio.sleep(dice.uniform(0.5, 9))
    shop.redis.thaw()
    return prove(frozen, "its process was stopped")


@fault("Redis killed", "redis")
async def kill(shop, dice):
    code = await shop.redis.kill()
    await asyncio.sleep(dice.uniform(0, 4))
    await shop.redis.start()
    return prove(code == -signal.SIGKILL, "ended by SIGKILL, started again")


@fault("Redis restarted", "redis")
async def restart(shop, dice):
    before = (await shop.redis.info("server"))["run_id"]
    await shop.redis.terminate()
    await asyncio.sleep(dice.uniform(0, 2))
    await shop.redis.start()
    after = (await shop.redis.info("server"))["run_id"]
    return prove(before != after, f"run_id {before[:6]} → {after[:6]}")


@fault("Redis cuts its clients", "redis")
async def kill_clients(shop, dice):
    kind = dice.choice(("normal", "pubsub"))
    count = await shop.redis.call("CLIENT", "KILL", "TYPE", kind)
    return prove(count > 0, f"{count} {kind} clients killed")


@fault("Redis forgets its scripts", "redis")
async def forget_scripts(shop, _dice):
    await shop.redis.call("SCRIPT", "FLUSH")
    found = (await shop.redis.info("memory"))["number_of_cached_scripts"]
    return f"{found} scripts right after"


@fault("Redis rewrites its file", "redis")
async def rewrite(shop, _dice):
    await shop.redis.call("BGREWRITEAOF")
    for _ in range(100):
        info = await shop.redis.info("persistence")
        if not info["aof_rewrite_in_progress"] and not info["aof_rewrite_scheduled"]:
            return prove(info["aof_last_bgrewrite_status"] == "ok", "rewritten")
        await asyncio.sleep(0.1)
    return prove(False, "the rewrite ended")


@fault("Redis busy with a script", "redis")
async def busy(shop, dice):
    seconds = dice.uniform(0.5, 3)
    script = ("local t = redis.call('TIME'); local e = t[1] + t[2] / 1e6 + ARGV[1]; "
              "repeat t = redis.call('TIME') until t[1] + t[2] / 1e6 > e; return 1")
    done = await shop.redis.call("EVAL", script, 0, seconds, timeout=10.0)
    return prove(done == 1, f"busy for {seconds:.1f} s")


@fault("Redis pauses writes", "redis")
async def pause(shop, dice):
    seconds = dice.uniform(0.5, 4)
    await shop.redis.call("CLIENT", "PAUSE", int(seconds * 1000), dice.choice(("WRITE", "ALL")))
    await asyncio.sleep(seconds)
    return f"paused for {seconds:.1f} s"


async def _is_refused(shop):
    try:
        await shop.redis.call("SET", "chaos:probe", "1")
    except RedisError as refusal:
        return str(refusal)
    return ""


async def _takes_nothing(shop, dice, setting, bad):
    before = (await shop.redis.call("CONFIG", "GET", setting))[1]
    await shop.redis.call("CONFIG", "SET", setting, bad)
    refusal = await _is_refused(shop)
    try:
        await asyncio.sleep(dice.uniform(1, 7))
    finally:
        await shop.redis.call("CONFIG", "SET", setting, before)
    return prove(refusal, f"refused: {refusal}")


@fault("Redis' memory full", "redis")
async def memory_full(shop, dice):
    return await _takes_nothing(shop, dice, "maxmemory", "1")


@fault("Redis without replicas it insists on", "redis")
async def no_replicas(shop, dice):
    return await _takes_nothing(shop, dice, "min-replicas-to-write", "1")


@fault("lease taken away", "redis")
async def take_lease(shop, dice):
    before = await shop.redis.call("GET", WRITER)
    await shop.redis.call("SET", WRITER, "somebody else", "PX", dice.randrange(500, 6000))
    found = await shop.redis.call("GET", WRITER)
    return prove(found == "somebody else", f"was {before}")


@fault("lease gone", "redis")
async def drop_lease(shop, _dice):
    return f"{await shop.redis.call('DEL', WRITER)} deleted"


@fault("users deleted", "redis", "servers")
async def delete_users(shop, _dice):
    """Servers that know them put them back; when all are killed meanwhile, nobody knows them."""
    names = set(await shop.redis.call("HKEYS", USERS))
    await shop.redis.call("DEL", USERS)
    for _ in range(200):
        if set(await shop.redis.call("HKEYS", USERS)) == names:
            return f"{len(names)} users deleted, and back"
        await asyncio.sleep(0.1)
    return prove(False, f"users came back: {await shop.redis.call('HKEYS', USERS)} of {names}")
