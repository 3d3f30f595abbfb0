# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PUBLISH while the writer stops as planned; pressboardctl publish whose answer is lost."""

import asyncio
import json
from collections import Counter

from faults.servers import writer_of
from world.link import Link
from world.process import output_of

TITLE = "PUBLISH stored twice, publish that does not know"
STOPS = 5


async def play(stage):
    async with stage.shop() as shop:
        await _stops(stage, shop)
        await _lost_answers(stage, shop)


async def _stops(stage, shop):
    publishing = asyncio.ensure_future(_flood(shop))
    for _ in range(STOPS):
        await asyncio.sleep(1.5)
        writer = await writer_of(shop)
        if writer:
            await writer.terminate()
            writer.start()
            await writer.becomes_ready()
    await asyncio.sleep(2)
    publishing.cancel()
    tags = Counter(event.tag for event in await shop.log.whole() if event.kind == "machine_alarm")
    twice = [tag for tag, count in tags.items() if count > 1]
    stage.expect(not twice, f"{len(tags)} of PUBLISH stored over {STOPS} stops of the writer, "
                 f"{len(twice)} of them twice {twice[:5] or ''}")


async def _flood(shop):
    number = 0
    while True:
        number += 1
        message = {"type": "machine_alarm", "data": {"tag": f"flood-{number}"}}
        await shop.redis.call("PUBLISH", "pressboard:publish", json.dumps(message))
        await asyncio.sleep(0.005)


async def _lost_answers(stage, shop):
    """The answers to the first tries stay away, later ones come."""
    for hold_s in (0.0, 2.0, 6.0, 30.0):
        link = Link("ctl→redis", ("127.0.0.1", shop.redis.port))
        await link.listen()
        tag = f"answer-{hold_s}"
        command = asyncio.ensure_future(output_of(
            [stage.binaries.ctl, "--redis", f"redis://127.0.0.1:{link.port}", "publish",
             "machine_alarm", json.dumps({"tag": tag})], 60))
        await _hold_once_stored(shop, link, tag)
        await asyncio.sleep(hold_s)
        if hold_s < 30:
            link.cut()
            link.let_through()
        code, out, err = await command
        link.close()
        count = sum(event.tag == tag for event in await shop.log.whole())
        said = (out + err).strip()
        truth = code == 0 and count == 1 or code != 0 and ("not known" in said or count == 0)
        stage.expect(truth, f"answer away for {hold_s:.0f} s: {count} in the log, exit {code}: "
                     f"{said[:110]}")


async def _hold_once_stored(shop, link, tag):
    """Cuts the way back as soon as the entry is in the log: slowly, so that it is seen in time."""
    link.delay = 0.15
    for _ in range(300):
        last = await shop.redis.call("XREVRANGE", "pressboard:events", "+", "-", "COUNT", 30)
        if any(tag in str(fields) for _position, fields in last):
            link.hold("down")
            link.delay = 0.0
            return
        await asyncio.sleep(0.01)
