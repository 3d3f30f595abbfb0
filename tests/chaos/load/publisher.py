# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all publishers have in common: one event after the other, each with what came of it."""

import asyncio
import random
import time

from load.events import EventMaker


class Publisher:
    """Subclasses send one draft, and return the id they were told, "" for "stored", None for no
    answer."""

    promised = True  # False: at most once

    def __init__(self, name, dice, first_id, per_second):
        self.name = name
        self.pause = 1 / per_second
        self.maker = EventMaker(name, random.Random(dice.random()), first_id)
        self.publications = []
        self.is_wanted = True

    async def run(self):
        await self.open()
        try:
            while self.is_wanted:
                await self._publish_one()
                await asyncio.sleep(self.pause)
        finally:
            await self.close()

    async def open(self):
        pass

    async def close(self):
        pass

    async def send(self, draft):
        raise NotImplementedError

    async def _publish_one(self):
        draft = self.maker.draft()
        publication = draft.publication
        publication.promised = self.promised
        publication.at = time.time()
        self.publications.append(publication)
        publication.id = await self.send(draft)
