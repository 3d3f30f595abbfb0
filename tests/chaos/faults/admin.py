# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an admin does in the middle of it all."""

import asyncio

from faults.fault import fault, prove
from world.process import output_of
from world.users import add_user


@fault("a user revoked", "admin")
async def revoke(shop, _dice):
    """Somebody who is connected, and must be shut out within ten seconds or two more."""
    guest = shop.users["guest"]
    desk = shop.add_desk("guest", "guest", shop.servers[0])
    shop.desks.remove(desk)
    await asyncio.sleep(1.5)
    was_in = desk.is_synced
    code, _, err = await output_of([shop.binaries.ctl, "--redis", shop.redis_url, "user", "revoke",
                                    guest.name])
    for _ in range(120):
        if not was_in or desk.trace.records and not desk.is_synced:
            break
        await asyncio.sleep(0.1)
    is_out = not desk.is_synced
    desk.task.cancel()
    await _add_again(shop, guest)
    return prove(code != 0 or is_out, f"guest was in: {was_in}, and is out: {is_out} {err.strip()}")


async def _add_again(shop, user):
    """Another fault may keep Redis from taking it at once."""
    for _ in range(10):
        try:
            return await add_user(shop.binaries, shop.redis_url, user)
        except RuntimeError:
            await asyncio.sleep(1)


@fault("status asked", "admin")
async def status(shop, _dice):
    code, out, err = await output_of([shop.binaries.ctl, "--redis", shop.redis_url, "status"])
    return prove(code in (0, 1), f"{code}: {(out or err).strip().splitlines()[-1][:90]}")
