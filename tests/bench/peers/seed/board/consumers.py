# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed's consumer: every client is in one group and gets each notification as JSON."""
import json

from channels.generic.websocket import AsyncJsonWebsocketConsumer

GROUP = "notifications"


class NotificationConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        await self.channel_layer.group_add(GROUP, self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard(GROUP, self.channel_name)

    async def receive_json(self, content, **kwargs):
        if content.get("type") == "ping":
            await self.send_json({"type": "pong", "message": "pong"})

    async def notification(self, event):
        await self.send_json(event["message"])

    async def bench_tick(self, event):
        await self.send_json({"type": event["type"], "data": event["data"]})

    @classmethod
    async def encode_json(cls, content):
        # As compact as every other peer's text, so that the same bytes go over the wire.
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
