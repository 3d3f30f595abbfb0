# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis loses its past, or gets another one."""

import asyncio
import time

from faults.fault import fault, prove
from faults.redis import BOOK, EVENTS, USERS
from world.process import output_of
from world.redis_server import RedisServer

EPOCH = "pressboard:epoch"


@fault("everything deleted", "redis", loses=True)
async def flush(shop, _dice):
    before = await shop.redis.call("XLEN", EVENTS)
    await shop.redis.call("FLUSHALL")
    return prove(before, f"{before} entries were in the log")


@fault("Redis back empty", "redis", loses=True)
async def back_empty(shop, dice):
    await shop.redis.kill()
    shop.redis.put_back(None)
    await asyncio.sleep(dice.uniform(0, 3))
    await shop.redis.start()
    return "killed, its files deleted, started"


@fault("Redis back older", "redis", loses=True)
async def back_older(shop, dice):
    copy = shop.redis.keep_copy("older")
    before = await shop.redis.call("XLEN", EVENTS)
    await asyncio.sleep(dice.uniform(2, 8))
    await shop.redis.kill()
    shop.redis.put_back(copy)
    await shop.redis.start()
    return f"as it was with {before} entries"


async def dumps(redis_server, *keys):
    """{key: bytes} of those that are there."""
    connection = redis_server.raw()
    try:
        found = {key: await connection.dump(key) for key in keys}
    finally:
        await connection.close()
    return {key: dump for key, dump in found.items() if dump}


async def restore(redis_server, kept):
    """All in one moment, under the living connections."""
    connection = redis_server.raw()
    try:
        async with connection.pipeline(transaction=True) as together:
            for key, dump in kept.items():
                together.restore(key, 0, dump, replace=True)
            await together.execute()
    finally:
        await connection.close()


async def _swap(shop, dice, *keys):
    kept = await dumps(shop.redis, *keys)
    await asyncio.sleep(dice.uniform(2, 8))
    await restore(shop.redis, kept)
    return prove(kept, f"{', '.join(kept)} put back as they were")


@fault("log, book and epoch put back", "redis", loses=True)
async def swap_all(shop, dice):
    return await _swap(shop, dice, EVENTS, BOOK, EPOCH)


@fault("log put back", "redis", loses=True)
async def swap_log(shop, dice):
    return await _swap(shop, dice, EVENTS)


@fault("book put back", "redis", loses=True)
async def swap_book(shop, dice):
    return await _swap(shop, dice, BOOK)


@fault("log deleted", "redis", loses=True)
async def delete_log(shop, _dice):
    return prove(await shop.redis.call("DEL", EVENTS), "deleted")


@fault("book deleted", "redis", loses=True)
async def delete_book(shop, _dice):
    return prove(await shop.redis.call("DEL", BOOK), "deleted")


@fault("epoch deleted", "redis", loses=True)
async def delete_epoch(shop, _dice):
    return prove(await shop.redis.call("DEL", EPOCH), "deleted")


@fault("book and users deleted", "redis", loses=True)
async def delete_book_and_users(shop, _dice):
    return prove(await shop.redis.call("DEL", BOOK, USERS) == 2, "both deleted")


@fault("log trimmed by a publisher", "redis", loses=True)
async def trim(shop, _dice):
    count = await shop.redis.call("XTRIM", EVENTS, "MAXLEN", 0)
    return prove(count, f"{count} entries gone")


@fault("log overwritten", "redis", loses=True)
async def overwrite(shop, dice):
    kept = await dumps(shop.redis, EVENTS)
    await shop.redis.call("SET", EVENTS, "not a stream")
    await asyncio.sleep(dice.uniform(1, 6))
    await restore(shop.redis, kept)
    return prove(kept, "a text for a while, then the log as it was")


@fault("a split healed for the other side", "redis", loses=True)
async def split(shop, dice):
    """A replica that went its own way becomes our master's master, in one MULTI."""
    other = RedisServer("other", shop.folder / f"other-{len(shop.more_redis)}")
    shop.more_redis.append(other)
    await other.start()
    await other.call("REPLICAOF", "127.0.0.1", shop.redis.port)
    await other.in_step()
    await other.call("REPLICAOF", "NO", "ONE")
    data = '{"order_id": 9001, "note": "of the other side", "status": 2}'
    for _ in range(dice.randrange(1, 40)):
        await other.call("XADD", EVENTS, "*", "type", "order_notification", "data", data)
        await asyncio.sleep(0.05)
    async with shop.redis.connection().pipeline(transaction=True) as together:
        together.execute_command("REPLICAOF", "127.0.0.1", other.port)
        together.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        await together.execute()
    await shop.redis.in_step()
    await shop.redis.call("REPLICAOF", "NO", "ONE")
    shop.more_redis.remove(other)
    await other.stop_for_good()
    return "our Redis has the other side's log"


@fault("log begun anew by the admin", "redis", loses=True)
async def new_log(shop, _dice):
    code, out, err = await output_of([shop.binaries.ctl, "--redis", shop.redis_url, "new-log"])
    return f"{code}: {(out + err).strip()[:80]}"


@fault("log reset by the admin", "redis", loses=True)
async def reset(shop, _dice):
    """What was before is not lost: it was thrown away."""
    code, out, err = await output_of(
        [shop.binaries.ctl, "--redis", shop.redis_url, "reset", "--yes"])
    if code == 0:
        shop.thrown_away_until = time.time()
    return prove(code == 0, f"{code}: {(out + err).strip()[:80]}")
