# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis is known by a name; another machine takes over, and the old connection goes on living."""

from world.link import Link

TITLE = "the name of Redis leads elsewhere"
NAME = "redis.shop.test"


async def play(stage):
    shop = stage.shop(1, use_namespaces=True)
    if not shop.use_namespaces:
        stage.say("  left out: a name of our own needs root and ip(8)")
        return
    async with shop:
        server, place = shop.servers[0], shop.servers[0].namespace
        await _by_name(stage, shop, server, place)
        new = await shop.second_redis(replica_of=shop.redis)
        second = Link("second→redis", ("127.0.0.1", new.port))
        place.give_second_address()
        await second.listen(place.outside_too, server.redis_link.port)
        try:
            await _move(stage, shop, place, new)
            stage.expect(second.connections > 0, f"{second.connections} connections by the new way")
            await shop.agreement(stage)
        finally:
            second.close()


async def _by_name(stage, shop, server, place):
    """Starts the server again, with a name in its settings."""
    place.lead(NAME, place.outside)
    await server.terminate()
    server.redis_url = f"redis://{NAME}:{server.redis_link.port}"
    server.start()
    stage.expect(await server.becomes_ready(), "the server is ready, by a name")
    await shop.until(lambda: shop.desks[0].is_live)


async def _move(stage, shop, place, new):
    """Nothing is lost on the way: the replica has all when it takes over."""
    old, before = shop.redis, shop.epochs()
    await shop.stop_publishing()
    await new.in_step()
    await new.call("REPLICAOF", "NO", "ONE")
    shop.redis, shop.more_redis = new, [old]
    await shop.publish_rows(new, 8200, 3, "on the new one")
    old_ways = shop.servers[0].redis_link.connections
    stage.expect(old_ways > 0, f"{old_ways} connections to the old one live on")
    place.lead(NAME, place.outside_too)
    desk = shop.desks[0]
    await stage.measure("the board has what the new one has",
                        lambda: desk.is_live and 8202 in desk.book.orders)
    stage.expect(shop.epochs() == before, "it is the same log")
