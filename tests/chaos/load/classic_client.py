# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A classic client: hears events while it is connected, and keeps nothing."""

import time

from load.client import Client
from truth.trace import Greeted, Heard


class ClassicClient(Client):
    is_welcome = False

    def on_cut(self):
        self.is_welcome = False

    async def handle(self, message):
        kind = message["type"]
        if kind == "connection_established":
            self.is_welcome = True
            self.trace.add(Greeted(time.time(), self.server.name, "", "0-0", False))
        elif "data" in message:
            self.trace.add(Heard(time.time(), "", kind, message["data"]))

    def close_trace(self):
        self.trace.is_connected = self.is_welcome and self.socket is not None
