# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole shop: Redis, servers, people, and all who publish and read. Ends it again, always."""

import asyncio
import pathlib
import shutil
import tempfile

from load.channels_publisher import ChannelsPublisher
from load.classic_client import ClassicClient
from load.ctl_publisher import CtlPublisher
from load.desk import Desk
from load.pubsub_publisher import PubSubPublisher
from load.socket_publisher import SocketPublisher
from load.stream_publisher import StreamPublisher
from truth import ids
from world import namespace
from world.board_server import BoardServer
from world.log_reader import LogReader
from world.redis_server import RedisServer
from world.users import add_user, shop_users


class Shop:
    """`async with Shop(…) as shop:` makes it; what it started is gone afterwards."""

    def __init__(self, binaries, dice, servers=3, use_namespaces=True, folder=None, redis_more=()):
        self.binaries = binaries
        self.dice = dice
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="pbchaos-"))
        self.is_own_folder = folder is None
        self.keeps_folder = False
        self.use_namespaces = use_namespaces and namespace.are_possible()
        self.redis = RedisServer("redis", self.folder / "redis", redis_more)
        self.more_redis = []
        self.sentinels = None
        self.channels = "core"
        self.users = shop_users()
        self.server_count = servers
        self.servers, self.namespaces = [], []
        self.desks, self.classics, self.publishers = [], [], []
        self.log = LogReader(lambda: self.redis)
        self.tasks = []
        self.sentinels_are_spoken = False
        self.thrown_away_until = 0.0  # by an admin's reset

    async def __aenter__(self):
        try:
            namespace.remove_orphans()
            await self.redis.start()
            for user in self.users.values():
                await add_user(self.binaries, self.redis_url, user)
            await self.prepare()
            for number in range(self.server_count):
                await self.add_server(number)
            return self
        except BaseException:
            await self.__aexit__(None, None, None)
            raise

    async def __aexit__(self, *_error):
        """Nothing here may raise before all is gone."""
        await self._end_tasks()
        for server in self.servers:
            server.close()
        for publisher in self.publishers:
            await publisher.close()
        for each in [self.redis, *self.more_redis]:
            each.kill_now()
        for each in self.namespaces:
            each.remove()
        self.close_more()
        if self.is_own_folder and not self.keeps_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    async def _end_tasks(self):
        """More than once: a library may take a cancellation for its own timeout."""
        for _ in range(10):
            running = [task for task in self.tasks if not task.done()]
            for task in running:
                task.cancel()
            if not running:
                return
            await asyncio.wait(running, timeout=1)

    async def prepare(self):
        """Before the first server starts."""

    def close_more(self):
        """What prepare() made."""

    @property
    def redis_url(self):
        return f"redis://127.0.0.1:{self.redis.port}"

    async def add_server(self, number):
        place = None
        if self.use_namespaces:
            place = namespace.Namespace(number)
            self.namespaces.append(place)
            place.make()
        server = BoardServer(f"s{number}", self.folder / f"s{number}", self.binaries,
                             self.redis.port, place, self.channels)
        if self.sentinels and self.sentinels_are_spoken:
            server.redis_url = self.sentinels.url
        self.servers.append(server)
        await server.open_links()
        server.start()
        return server

    async def all_ready(self, seconds=30):
        answers = await asyncio.gather(*(each.becomes_ready(seconds) for each in self.servers))
        if not all(answers):
            raise RuntimeError("a server did not get ready: " + self.servers[0].words()[-800:])

    def go_on(self, what):
        task = asyncio.ensure_future(what)
        self.tasks.append(task)
        return task

    # --- Readers

    def open_desks(self, forgetful=None):
        """Several audiences on each server, and some who take another server each time."""
        for server in self.servers:
            for user in ("whole", "ann", "bob", "eve"):
                self.open_desk(f"{user}@{server.name}", user, [server])
            for user in ("ann", "eve"):
                self.add_classic(f"{user}-classic@{server.name}", user, [server])
        for number, user in enumerate(("whole", "ann", "bob", "boss", "eve", "whole")):
            self.open_desk(f"{user}-roams{number}", user, self.servers, roams=True)
        if forgetful:
            self.open_desk("forgetful", "whole", [self.servers[0]], forgets=forgetful)

    def open_desk(self, name, user, servers, roams=False, forgets=None):
        desk = Desk(name, self.users[user], servers, self.dice, roams,
                    zlib=len(self.desks) % 3 > 0, forgets=forgets)
        self.desks.append(desk)
        desk.task = self.go_on(desk.run())
        return desk

    def add_desk(self, name, user, server):
        return self.open_desk(name, user, [server])

    def add_classic(self, name, user, servers):
        client = ClassicClient(name, self.users[user], servers, self.dice)
        self.classics.append(client)
        self.go_on(client.run())

    # --- Publishers

    def open_publishers(self, per_second=1.0):
        """Each has orders of its own. `per_second` makes them all quicker or slower."""
        dice = self.dice
        self.publishers = [
            StreamPublisher("xadd0", dice, 1000, 15 * per_second, lambda: self.redis),
            StreamPublisher("xadd1", dice, 2000, 8 * per_second, lambda: self.redis),
            PubSubPublisher("pubsub", dice, 3000, 4 * per_second, lambda: self.redis),
            CtlPublisher("ctl", dice, 4000, 1 * per_second, self.binaries,
                         lambda: self.redis_url),
        ]
        if self.channels != "off":
            self.publishers.append(ChannelsPublisher("django", dice, 5000, 5 * per_second,
                                                     self.redis_url,
                                                     self.folder / "django"))
        for number, server in enumerate(self.servers[:2]):
            desk = self.open_desk(f"publisher{number}", "boss", self.servers, roams=True)
            desk.server = server
            self.publishers.append(SocketPublisher(f"ws{number}", dice, 6000 + 1000 * number,
                                                   6 * per_second, desk))
        self.publishing = [self.go_on(each.run()) for each in self.publishers]

    async def stop_publishing(self):
        for publisher in self.publishers:
            publisher.is_wanted = False
        await asyncio.wait(self.publishing, timeout=20)

    @property
    def publications(self):
        return [each for publisher in self.publishers for each in publisher.publications]

    # --- The end

    async def heal(self):
        for server in self.servers:
            server.heal()
        for each in [self.redis, *self.more_redis]:
            each.thaw()
        if not self.redis.is_running():
            await self.redis.start()

    async def settles(self, seconds=40):
        """Until everybody is live at the log's end. Answers who is not: sentences."""
        behind, calm = [], 0
        for _ in range(int(seconds / 0.25)):
            last = await self.log.last()
            behind = [self._behind(desk, last) for desk in self.desks]
            behind = [sentence for sentence in behind if sentence]
            calm = 0 if behind else calm + 1
            if calm >= 4:
                return []
            await asyncio.sleep(0.25)
        return behind

    @staticmethod
    def _behind(desk, last):
        if not desk.is_live:
            return f"{desk.name} is not live ({desk.source.get('state')}, synced {desk.is_synced})"
        if ids.is_newer(last, desk.position):
            return f"{desk.name} stands at {desk.position}, the log at {last}"
        return ""
