# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json

from channels.generic.websocket import AsyncWebsocketConsumer


class NotificationConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        self.room_group_name = "notifications"
        await self.channel_layer.group_add(self.room_group_name, self.channel_name)
        await self.accept()
        user = self.scope["user"]
        await self.send(text_data=json.dumps({
            "type": "connection_established",
            "message": "WebSocket连接成功",
            "user": user.username if user.is_authenticated else "anonymous",
        }))

    async def disconnect(self, close_code):
        await self.channel_layer.group_discard(self.room_group_name, self.channel_name)

    async def receive(self, text_data):
        try:
            message = json.loads(text_data)
        except json.JSONDecodeError:
            await self.send(text_data=json.dumps({"type": "error", "message": "无效的JSON格式"}))
            return
        if message.get("type") == "ping":
            await self.send(text_data=json.dumps({"type": "pong", "message": "pong"}))

    async def order_notification(self, event):
        await self.forward("order_notification", event)

    async def progress_notification(self, event):
        await self.forward("progress_notification", event)

    async def dashboard_update(self, event):
        await self.forward("dashboard_update", event)

    async def general_notification(self, event):
        await self.forward("general_notification", event)

    async def forward(self, message_type, event):
        await self.send(text_data=json.dumps({"type": message_type, "data": event["data"]}))
