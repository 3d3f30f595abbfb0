# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that come all at once, read nothing, or speak nonsense."""

import asyncio
import contextlib
import os

import websockets

from faults.fault import fault, prove


@fault("everybody comes back at once", "clients")
async def stampede(shop, _dice):
    before = sum(desk.connects for desk in shop.desks)
    for client in shop.desks + shop.classics:
        client.cut()
    for _ in range(100):
        await asyncio.sleep(0.1)
        if sum(desk.connects for desk in shop.desks) >= before + len(shop.desks) // 2:
            break
    return prove(sum(desk.connects for desk in shop.desks) > before, "half of them and more")


@fault("a client reads nothing", "clients")
async def slow_reader(shop, dice):
    desk = dice.choice(shop.desks)
    desk.reads.clear()
    await asyncio.sleep(dice.uniform(2, 8))
    desk.reads.set()
    return f"{desk.name} read nothing"


@fault("clients ask for the board again", "clients")
async def ask_again(shop, dice):
    asked = 0
    for desk in dice.sample(shop.desks, len(shop.desks) // 2):
        with contextlib.suppress(Exception):
            await desk.ask_again(with_resume=dice.random() < 0.5)
            asked += 1
    return prove(asked, f"{asked} asked")


@fault("a client speaks nonsense", "clients")
async def nonsense(shop, dice):
    server = dice.choice(shop.servers)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.link.port)
    with contextlib.suppress(OSError, asyncio.TimeoutError):
        writer.write(os.urandom(dice.randrange(1, 20000)))
        await writer.drain()
        await asyncio.wait_for(reader.read(100), 2)
    writer.close()
    return f"random bytes to {server.name}"


@fault("a client is cut inside a frame", "clients")
async def half_a_frame(shop, dice):
    server = dice.choice(shop.servers)
    user = shop.users["eve"]
    try:
        socket = await asyncio.wait_for(websockets.connect(
            f"ws://127.0.0.1:{server.link.port}/ws/notifications/", subprotocols=["pressboard.v1"],
            open_timeout=None, extra_headers={"Authorization": f"Bearer {user.token}"}), 4)
    except (OSError, asyncio.TimeoutError, websockets.exceptions.WebSocketException) as refusal:
        return f"{server.name} let nobody in: {refusal}"
    socket.transport.write(b"\x81\xfe\x10\x00abcd" + os.urandom(100))
    await asyncio.sleep(0.2)
    socket.transport.abort()
    return f"a frame of 4096 bytes to {server.name}, of which 100 came"
