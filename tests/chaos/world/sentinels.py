# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real sentinels over a master and its replicas, and who follows what they decide."""

import asyncio

import redis.asyncio
from redis.exceptions import RedisError

from world.ports import free_port
from world.process import Process, output_of

MASTER = "mymaster"
CONFIG = """\
port {port}
bind 127.0.0.1
dir {folder}
sentinel monitor {master} 127.0.0.1 {redis_port} 2
sentinel down-after-milliseconds {master} 1000
sentinel failover-timeout {master} 5000
"""


class Sentinel(Process):
    def __init__(self, name, folder, redis_port):
        folder.mkdir(parents=True)
        super().__init__(name, folder / "log")
        self.port = free_port()
        self.config = folder / "sentinel.conf"
        self.config.write_text(CONFIG.format(port=self.port, folder=folder, master=MASTER,
                                             redis_port=redis_port))
        self.connection = redis.asyncio.Redis(port=self.port, decode_responses=True,
                                              socket_timeout=1)

    def start(self):
        self.spawn(["redis-server", self.config, "--sentinel"])

    async def master_port(self):
        try:
            found = await self.connection.execute_command("SENTINEL", "GET-MASTER-ADDR-BY-NAME",
                                                          MASTER)
            return int(found[1]) if found else None
        except (RedisError, OSError, asyncio.TimeoutError, ValueError):
            return None

    async def known(self):
        """(sentinels, replicas) that it knows beside itself."""
        info = await self.connection.execute_command("INFO", "sentinel")
        line = next(value for key, value in info.items() if key.startswith("master0"))
        return int(line["sentinels"]), int(line["slaves"])


class Sentinels:
    def __init__(self, folder, redis_port, count=3):
        self.all = [Sentinel(f"sentinel{number}", folder / f"sentinel{number}", redis_port)
                    for number in range(count)]

    async def start(self, replicas):
        for each in self.all:
            each.start()
        for _ in range(150):
            await asyncio.sleep(0.2)
            try:
                if all([await each.known() == (len(self.all), replicas) for each in self.all]):
                    return
            except (RedisError, OSError, StopIteration, KeyError):
                pass
        raise RuntimeError("the sentinels did not find each other")

    @property
    def url(self):
        hosts = ",".join(f"127.0.0.1:{each.port}" for each in self.all)
        return f"sentinel://{hosts}/{MASTER}"

    async def master_port(self):
        """What most of them say; None while they do not agree."""
        said = [await each.master_port() for each in self.all]
        best = max(set(said), key=said.count)
        return best if said.count(best) >= 2 else None

    def close(self):
        for each in self.all:
            each.kill_now()


async def speaks_sentinel(binaries):
    """Whether the server takes sentinel:// itself; else a proxy has to follow for it."""
    code, _, _ = await output_of([binaries.server, "--check-config", "--redis",
                                  f"sentinel://127.0.0.1:26379/{MASTER}"])
    return code == 0
