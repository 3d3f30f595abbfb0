# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One fault after the other, at most three at a time, as the dice say."""

import asyncio
import time
from collections import Counter

from faults.fault import Unproven

TOGETHER = 3


class Storm:
    def __init__(self, shop, dice, faults, say):
        self.shop = shop
        self.dice = dice
        self.faults = faults
        self.say = say
        self.struck = Counter()
        self.unproven = []
        self.running = {}  # fault: task

    async def blow(self, seconds, pause=(0.2, 1.5)):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            free = [fault for fault in self.faults if self._leaves_alone_what_runs(fault)]
            if free and len(self.running) < TOGETHER:
                fault = self.dice.choice(free)
                self.running[fault] = asyncio.ensure_future(self._strike(fault))
            await asyncio.sleep(self.dice.uniform(*pause))
        await asyncio.gather(*self.running.values())

    def _leaves_alone_what_runs(self, fault):
        return not any(fault.touches & other.touches for other in self.running)

    async def _strike(self, fault):
        began = time.time()
        try:
            evidence = await fault.strike(self.shop, self.dice)
            self.struck[fault.name] += 1
        except Unproven as doubt:
            evidence = f"NOT PROVEN: {doubt}"
            self.unproven.append(f"{fault.name}: {doubt}")
        except Exception as error:  # an answer lost in another fault; nothing was done, or not seen
            evidence = f"not seen through: {type(error).__name__} {error}"
        finally:
            self.running.pop(fault, None)
        self.say(f"{began % 1000:7.2f} {time.time() - began:5.1f} s  {fault.name}: {evidence}")
