# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cables, packets and connections."""

import asyncio

from faults.fault import fault, prove


@fault("Redis' connections reset", "links")
async def reset_redis_link(shop, dice):
    server = dice.choice(shop.servers)
    cut = server.redis_link.cut()
    return prove(cut > 0, f"{cut} connections of {server.name} reset")


@fault("Redis silent", "links")
async def hold_redis_link(shop, dice):
    return await _hold(shop, dice, dice.uniform(2, 8))


@fault("Redis' answers stay away", "links")
async def hold_answers(shop, dice):
    return await _hold(shop, dice, dice.uniform(2, 7), "down")


@fault("nothing reaches Redis", "links")
async def hold_commands(shop, dice):
    return await _hold(shop, dice, dice.uniform(2, 7), "up")


async def _hold(shop, dice, seconds, *directions):
    link = dice.choice(shop.servers).redis_link
    link.hold(*directions)
    await asyncio.sleep(0.3)
    before = link.carried
    await asyncio.sleep(seconds)
    passed = link.carried - before
    link.let_through()
    half = len(directions) == 1
    return prove(half or passed == 0, f"{link.name} silent for {seconds:.1f} s, {passed} bytes")


@fault("Redis refuses connections", "links")
async def refuse(shop, dice):
    link = dice.choice(shop.servers).redis_link
    link.refuses, before = True, link.refused
    cut = link.cut()
    await asyncio.sleep(dice.uniform(1.5, 5))
    link.refuses = False
    return prove(link.refused > before and cut, f"{link.refused - before} refused on {link.name}")


@fault("Redis far away", "links")
async def delay(shop, dice):
    link = dice.choice(shop.servers).redis_link
    before, link.delay = link.carried, dice.uniform(0.1, 0.8)
    await asyncio.sleep(dice.uniform(2, 5))
    evidence = f"{link.delay:.2f} s each way on {link.name}, {link.carried - before} bytes"
    link.delay = 0.0
    return prove(link.carried > before, evidence)


@fault("Redis in crumbs", "links")
async def dribble(shop, dice):
    link = dice.choice(shop.servers).redis_link
    before, link.dribble = link.carried, dice.randrange(1, 40)
    await asyncio.sleep(dice.uniform(1, 3))
    evidence = f"{link.dribble} bytes at a time on {link.name}"
    link.dribble = 0
    return prove(link.carried > before, evidence)


@fault("cable pulled", "links", needs_namespaces=True)
async def pull_cable(shop, dice):
    place = dice.choice(shop.servers).namespace
    place.pull()
    await asyncio.sleep(0.1)
    pulled = place.is_pulled()
    await asyncio.sleep(dice.uniform(1, 9))
    place.plug()
    return prove(pulled, f"{place.cable} was down")


@fault("packets swallowed", "links", needs_namespaces=True)
async def swallow_packets(shop, dice):
    place = dice.choice(shop.servers).namespace
    place.swallow()
    await asyncio.sleep(dice.uniform(1, 8))
    count = place.swallowed()
    place.let_through()
    return prove(count > 0, f"{count} packets of {place.name} swallowed")


@fault("clients' connections reset", "clients")
async def reset_clients(shop, dice):
    server = dice.choice(shop.servers)
    cut = server.link.cut()
    return prove(cut > 0, f"{cut} clients of {server.name} reset")


@fault("clients' line silent", "clients")
async def hold_clients(shop, dice):
    link = dice.choice(shop.servers).link
    link.hold(*dice.choice(((), ("up",), ("down",))))
    before = link.carried
    await asyncio.sleep(dice.uniform(1, 9))
    evidence = f"{link.name} held, {link.carried - before} bytes, {link.connections} connections"
    link.let_through()
    return evidence


@fault("clients far away, in crumbs", "clients")
async def dribble_clients(shop, dice):
    link = dice.choice(shop.servers).link
    before = link.carried
    link.delay, link.dribble = 0.2, 300
    await asyncio.sleep(dice.uniform(1, 3))
    link.delay, link.dribble = 0.0, 0
    return prove(link.carried > before, f"{link.carried - before} bytes late on {link.name}")
