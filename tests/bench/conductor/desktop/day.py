# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a CRM says in the eight hours of a shop that is busier than any: three events a second."""

import datetime
import random

from .shop import DAY

HOURS = 8
EVENTS_PER_HOUR = 3 * 3600
BURST = 200  # somebody saves a whole list
BURSTS_PER_HOUR = 4
TURNOVER_PER_HOUR = 25  # orders that come in, are finished, and retire: 200 a day
NOTICES_PER_HOUR = 12
LEVELS = ("info", "success", "warning", "error")


class Day:
    """Hour by hour, on top of what Shop.update() says. As many orders leave as come, so that what
    a desk keeps at the end is as much as at the beginning."""

    def __init__(self, shop, seed=5):
        self._shop = shop
        self._random = random.Random(seed)

    def hour(self, number):
        """Lists of events; those of one list are published at once."""
        single = [[event] for event in self._singles(number)]
        for _ in range(BURSTS_PER_HOUR):
            burst = [self._shop.update() for _ in range(BURST)]
            single.insert(self._random.randrange(len(single)), burst)
        return single

    def _singles(self, number):
        special = self._arrivals() + self._notices(number)
        usual = EVENTS_PER_HOUR - len(special) - BURSTS_PER_HOUR * BURST
        places = sorted(self._random.choices(range(usual), k=len(special)))
        for place in range(usual):
            while places and places[0] == place:
                places.pop(0)
                yield special.pop(0)
            yield self._shop.update()

    def _arrivals(self):
        """Orders as they come, with their steps; others are finished; the oldest leave."""
        events = []
        for _ in range(TURNOVER_PER_HOUR):
            events += self._shop.arrival()
            events += self._shop.completion()
            events.append(self._shop.retirement())
        return events

    def _notices(self, hour):
        """Of all levels, with and without an end, for an order or for nobody in particular."""
        events = []
        for number in range(NOTICES_PER_HOUR):
            notice = {"message": f"第{hour}班通知{number}：19:00 停机检修，请提前安排",
                      "type": LEVELS[number % 4], "sender": "王芳"}
            if number % 3 == 0:
                notice["order_id"] = self._random.choice(self._shop.orders)["order_id"]
            if number % 2:
                notice["expires"] = (datetime.datetime.now() + DAY / 24).isoformat()
            events.append(("general_notification", notice))
        return events
