# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long an event takes to the screen, one event at a time."""

import random
import time

from ..peer import PeerFailed

FRAME_MS = 16.7


def publish_visible(desk, count):
    """Events of an order in sight; when each was published."""
    dice = random.Random(3)
    desk.program.paints()
    for number in range(count):
        yield time.monotonic()
        desk.publish(desk.shop.visible_update(number))
        time.sleep(dice.uniform(0.05, 0.25))
    time.sleep(1)


def latencies(published, paints):
    """In ms, for each event: from its arrival, and from its publishing, to the next picture."""
    local, whole = [], []
    for at in published:
        received, painted = _first_after(at, paints)
        local.append((painted - received) * 1000)
        whole.append((painted - at) * 1000)
    return local, whole


def waits(paints):
    """In ms, for each picture: how long what came first had to wait for it."""
    return [(painted - received[0]) * 1000 for received, painted in paints]


def _first_after(at, paints):
    """What came before, and changed nothing in sight, was not painted before this either."""
    for all_received, painted in paints:
        for received in all_received:
            if received > at:
                return received, painted
    raise PeerFailed("the desktop program did not paint what came")
