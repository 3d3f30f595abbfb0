# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Redis of ours, with an append-only file that keeps whatever was acknowledged."""

import asyncio
import shutil

import redis.asyncio
from redis.exceptions import RedisError

from world.ports import free_port
from world.process import Process


class RedisServer(Process):
    def __init__(self, name, folder, more=()):
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(name, folder / "log")
        self.folder = folder
        self.port = free_port()
        self.more = list(more)
        self._connections = {}

    async def start(self):
        self.spawn(["redis-server", "--port", self.port, "--bind", "127.0.0.1",
                    "--dir", self.folder, "--appendonly", "yes", "--appendfsync", "always", "--save", "",
                    "--protected-mode", "no", "--enable-debug-command", "local",
                    "--repl-diskless-sync-delay", "0", *self.more])
        await self.answers()

    async def answers(self, seconds=15):
        for _ in range(int(seconds / 0.05)):
            try:
                if await self.call("PING"):
                    return
            except (RedisError, OSError, asyncio.TimeoutError):
                await asyncio.sleep(0.05)
        raise RuntimeError(f"{self.name} does not answer: {self.words()[-500:]}")

    def connection(self, timeout=3.0):
        """Not for a server's way: it goes past all links."""
        if timeout not in self._connections:
            self._connections[timeout] = redis.asyncio.Redis(
                port=self.port, decode_responses=True, socket_timeout=timeout,
                socket_connect_timeout=timeout)
        return self._connections[timeout]

    def raw(self):
        return redis.asyncio.Redis(port=self.port, socket_timeout=5)

    async def call(self, *words, timeout=3.0):
        return await self.connection(timeout).execute_command(*words)

    async def stop_for_good(self):
        for connection in self._connections.values():
            await connection.close()
        await self.terminate()

    async def info(self, section):
        return await self.connection().info(section)

    async def in_step(self, seconds=10):
        """Until a replica has all that its master has."""
        for _ in range(int(seconds / 0.05)):
            info = await self.info("replication")
            if info.get("master_link_status") == "up" and not info.get("master_sync_in_progress"):
                return
            await asyncio.sleep(0.05)
        raise RuntimeError(f"{self.name} does not follow its master")

    def keep_copy(self, name):
        """Of the append-only files as they are now; a whole one, since each write is synced."""
        copy = self.folder.parent / f"{self.folder.name}-{name}"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder / "appendonlydir", copy)
        return copy

    def put_back(self, copy):
        """Only while it is not running. None: an empty one."""
        shutil.rmtree(self.folder / "appendonlydir", ignore_errors=True)
        for dump in self.folder.glob("*.rdb"):
            dump.unlink()
        if copy:
            shutil.copytree(copy, self.folder / "appendonlydir")
