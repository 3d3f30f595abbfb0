# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One pressboard-server, in a namespace of its own where that is possible."""

import asyncio
import json

from truth import fields
from world.link import Link
from world.ports import free_port
from world.process import Process

OPS_TOKEN = "asked-by-the-chaos-harness"  # from outside the server's namespace

SETTINGS = """\
listen = "{host}:{port}"
ops = "{host}:{ops_port}"
ops-token = "{ops_token}"
redis = "{redis}"
data-dir = "{data}"
timezone = "Asia/Shanghai"
shop-name = "Chaos"
log-level = "info"
channels = "{channels}"
channels-prefix = ["asgi"]
channels-groups = ["notifications"]
max-clients-per-address = 0
max-clients-per-user = 0
max-handshakes-per-address = 0
hellos-per-min = 60
user-share = 0
ping-s = 5
stall-s = 10
"""


class BoardServer(Process):
    """`redis_link` is its way to Redis, `link` the clients' way to it."""

    def __init__(self, name, folder, binaries, redis_port, namespace=None, channels="core"):
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(name, folder / "log", namespace.prefix if namespace else ())
        self.folder = folder
        self.binaries = binaries
        self.namespace = namespace
        self.channels = channels
        self.port, self.ops_port = free_port(), free_port()
        self.host = namespace.inside if namespace else "127.0.0.1"
        self.redis_link = Link(f"{name}→redis", ("127.0.0.1", redis_port))
        self.link = Link(f"clients→{name}", (self.host, self.port))
        self.redis_url = None  # another than by redis_link
        self.environment = {}

    async def open_links(self):
        await self.redis_link.listen(self.namespace.outside if self.namespace else "127.0.0.1")
        await self.link.listen()

    def start(self):
        outside = self.namespace.outside if self.namespace else "127.0.0.1"
        url = self.redis_url or f"redis://{outside}:{self.redis_link.port}"
        settings = self.folder / "pressboard.toml"
        settings.write_text(SETTINGS.format(
            host=self.host, port=self.port, ops_port=self.ops_port, ops_token=OPS_TOKEN, redis=url,
            data=self.folder / "data", channels=self.channels) + fields.settings())
        self.spawn([self.binaries.server, "--config", settings], self.environment)

    async def is_ready(self):
        return (await self.readiness()).get("ready", False)

    async def readiness(self):
        """What /readyz says, with "status" for HTTP's; empty while it says nothing."""
        try:
            return await asyncio.wait_for(self._ask("/readyz"), 3)
        except (OSError, asyncio.TimeoutError, ValueError, asyncio.IncompleteReadError):
            return {}

    async def _ask(self, path):
        reader, writer = await asyncio.open_connection(self.host, self.ops_port)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\n"
                         f"Authorization: Bearer {OPS_TOKEN}\r\nConnection: close\r\n\r\n"
                         .encode())
            head, _, body = (await reader.read(1 << 20)).partition(b"\r\n\r\n")
            while chunk := await reader.read(1 << 20):
                body += chunk
            return {**json.loads(body), "status": int(head.split()[1])}
        finally:
            writer.close()

    async def becomes_ready(self, seconds=20):
        for _ in range(int(seconds / 0.1)):
            if await self.is_ready():
                return True
            await asyncio.sleep(0.1)
        return False

    def heal(self):
        self.thaw()
        self.redis_link.heal()
        self.link.heal()
        if self.namespace:
            self.namespace.plug()
            self.namespace.let_through()
        if not self.is_running():
            self.start()

    def close(self):
        self.kill_now()
        self.redis_link.close()
        self.link.close()
