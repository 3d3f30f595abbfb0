# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers end, hang, and come back."""

import asyncio
import pathlib
import resource
import signal

from faults.fault import fault, prove


@fault("server killed", "servers")
async def kill(shop, dice):
    server = dice.choice(shop.servers)
    code = await server.kill()
    await asyncio.sleep(dice.uniform(0, 5))
    server.start()
    return prove(code == -signal.SIGKILL, f"{server.name} ended by SIGKILL")


@fault("server stopped as planned", "servers")
async def stop(shop, dice):
    server = dice.choice(shop.servers)
    code = await server.terminate()
    await asyncio.sleep(dice.uniform(0, 3))
    server.start()
    return prove(code == 0, f"{server.name} ended with {code}")


@fault("server frozen", "servers")
async def freeze(shop, dice):
    server = dice.choice(shop.servers)
    server.freeze()
    await asyncio.sleep(0.1)
    frozen = server.is_frozen()
    await asyncio.sleep(dice.uniform(1, 12))
    server.thaw()
    return prove(frozen, f"{server.name} was stopped")


@fault("writer killed", "servers")
async def kill_writer(shop, _dice):
    """The one that holds the lease: it has most to leave behind."""
    server = await writer_of(shop)
    if not server:
        return "no writer at the moment"
    code = await server.kill()
    server.start()
    return prove(code == -signal.SIGKILL, f"{server.name}, the writer, ended by SIGKILL")


async def writer_of(shop):
    """By what they said: whoever became it last, and lives."""
    since = {}
    for server in shop.servers:
        said = [line for line in server.words().splitlines() if "server is the writer now" in line]
        if said and "this server" in said[-1] and server.is_running():
            since[server] = said[-1]
    return max(since, key=since.get, default=None)


@fault("all servers restarted, one after the other", "servers")
async def roll(shop, _dice):
    for server in shop.servers:
        await server.terminate()
        server.start()
        await server.becomes_ready(6)
    return f"{len(shop.servers)} restarted"


@fault("all servers killed at once", "servers")
async def kill_all(shop, _dice):
    codes = [await server.kill() for server in shop.servers]
    for server in shop.servers:
        server.start()
    return prove(set(codes) == {-signal.SIGKILL}, "all ended by SIGKILL")


def clock_at(offset):
    """The environment in which a program's clock, and not its stopwatch, is off. By libfaketime."""
    library = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
    prove(library, "libfaketime is installed")
    return {"LD_PRELOAD": str(library), "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@fault("a server's clock days ahead or behind", "servers")
async def wrong_clock(shop, dice):
    """It may become the writer with it: what cannot be undone must wait."""
    server = dice.choice(shop.servers)
    days = dice.choice(("+100d", "+8d", "-2d"))
    await server.terminate()
    server.environment = clock_at(days)
    server.start()
    await server.becomes_ready(6)
    if dice.random() < 0.5:
        await shop.redis.call("DEL", "pressboard:writer")
    await asyncio.sleep(dice.uniform(1, 8))
    is_fake = "libfaketime" in server.mapped()
    await server.terminate()
    server.environment = {}
    server.start()
    return prove(is_fake, f"{server.name} ran at {days}")


@fault("no descriptors left", "servers")
async def no_descriptors(shop, dice):
    """And Redis' connections reset meanwhile: some must have been kept for it."""
    server = dice.choice(shop.servers)
    if not server.is_running():
        return prove(False, f"{server.name} ran")
    before = resource.prlimit(server.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (8, before[1]))
    try:
        server.link.cut()
        await asyncio.sleep(dice.uniform(1, 4))
        return f"{server.name} might open nothing new"
    finally:
        if server.is_running():
            resource.prlimit(server.pid, resource.RLIMIT_NOFILE, before)
