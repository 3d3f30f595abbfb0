# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Django's group_send(), by channels_redis itself."""

import asyncio
import json
import subprocess

from load.publisher import Publisher
from world.binaries import ROOT
from world.process import Process

PROGRAM = ROOT / "tests/channels/group_send.py"


class ChannelsPublisher(Publisher):
    """What Django was told is stored in Redis is promised: the inbox keeps it until it is read."""

    def __init__(self, name, dice, first_id, per_second, url, log):
        super().__init__(name, dice, first_id, per_second)
        self.maker.names_groups = False  # who is sent to is the group of group_send()
        self.process = Process(name, log)
        self.url = url

    async def open(self):
        self.process.spawn(["/usr/bin/python3", PROGRAM, "--form", "4", "--redis", self.url],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    async def close(self):
        self.process.kill_now()

    async def send(self, draft):
        message = {"type": draft.kind.replace("_", "."), "data": draft.data}
        line = json.dumps(message).encode() + b"\n"
        answer = await asyncio.get_running_loop().run_in_executor(None, self._exchange, line)
        return "" if answer == "sent" else None

    def _exchange(self, line):
        try:
            self.process.child.stdin.write(line)
            self.process.child.stdin.flush()
            return self.process.child.stdout.readline().decode().strip()
        except (OSError, ValueError):
            return ""
