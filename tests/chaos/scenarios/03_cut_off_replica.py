# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A replica whose master is gone: its last data look alive for ever."""

from scenarios.stage import says

TITLE = "a cut-off replica"


async def play(stage):
    async with stage.shop() as shop:
        desk = shop.desk_of(shop.servers[0])
        replica = await shop.second_redis(shop.redis)
        await replica.call("REPLICAOF", "127.0.0.1", "1")
        link = shop.servers[0].redis_link
        link.target = ("127.0.0.1", replica.port)
        link.cut()
        await stage.measure("its board says that it is stale", lambda: says(desk, "lost"))
        fresh = await shop.add_server(7)
        fresh.redis_link.target = ("127.0.0.1", replica.port)
        fresh.redis_link.cut()
        stage.expect(not await fresh.becomes_ready(6), "a server does not start on a replica")
        code, said = await stage.status(shop, f"redis://127.0.0.1:{replica.port}")
        stage.expect(code == 1 and "replica" in said.lower(), f"status says so: {_line(said)}")
        link.target = ("127.0.0.1", shop.redis.port)
        link.cut()
        await stage.measure("it is live again on the master", lambda: says(desk, "live"), 8)


def _line(said):
    lines = [line for line in said.splitlines() if "replica" in line.lower()]
    return lines[0][:120] if lines else said[:120]
