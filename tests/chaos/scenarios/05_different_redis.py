# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy that keeps old connections and gives new ones another Redis."""

import asyncio
import uuid

TITLE = "connections to different Redis"
TURNS = 16


async def play(stage):
    for name in ("commands", "read", "listen"):
        await _moved(stage, name)


async def _moved(stage, name):
    """Of one server, the connection of this name comes back on another Redis; the others stay."""
    async with stage.shop() as shop:
        stage.say(f"  the connection \"{name}\" moves")
        other = await shop.second_redis()
        server = shop.servers[0]
        desk = shop.add_desk("boss", "boss", server)
        shop.desks.remove(desk)  # it may see less than the others
        await shop.until(lambda: desk.is_live)
        server.redis_link.target = ("127.0.0.1", other.port)
        stage.expect(await _kill(shop, server, name), "it was cut")
        acked, epochs = [], set()
        for turn in range(TURNS):
            acked += await _publish(desk, turn)
            epochs |= shop.epochs()
            await asyncio.sleep(0.5)
        server.redis_link.target = ("127.0.0.1", shop.redis.port)
        server.redis_link.cut()
        entries = {event.id: event for event in await shop.log.whole()}
        missing = [(position, note) for position, note in acked
                   if position not in entries or entries[position].tag != note]
        stage.expect(not missing, f"{len(acked)} acknowledged, all in the log {missing or ''}")
        stage.expect(len(epochs) == 1, f"epochs meanwhile: {len(epochs)}")
        await shop.agreement(stage)


async def _kill(shop, server, name):
    """By its name and the port that the server's link has."""
    ours = {writer.get_extra_info("sockname")[1] for _, writer in server.redis_link.pairs()}
    kind = "pubsub" if name == "listen" else "normal"
    for line in (await shop.redis.call("CLIENT", "LIST", "TYPE", kind)).splitlines():
        client = dict(word.partition("=")[::2] for word in line.split())
        port = int(client["addr"].rpartition(":")[2])
        if client["name"] == f"pressboard:{name}" and port in ours:
            return await shop.redis.call("CLIENT", "KILL", "ID", client["id"])
    return 0


async def _publish(desk, turn):
    """[(id, note)] if it was acknowledged."""
    ref, note = str(uuid.uuid4()), f"turn {turn}"
    answer = asyncio.get_running_loop().create_future()
    desk.acks[ref] = answer
    event = {"type": "order_notification", "data": {"order_id": 9000 + turn, "note": note}}
    try:
        await desk.send({"type": "publish", "ref": ref, "event": event})
        position, _code = await asyncio.wait_for(answer, 3)
        return [(position, note)] if position else []
    except Exception:  # not acknowledged, whatever the reason
        return []
