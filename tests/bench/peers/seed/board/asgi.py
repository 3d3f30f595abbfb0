# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed's application: one path, one consumer."""
from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application
from django.urls import path

# Before the consumer, which needs the settings.
django_application = get_asgi_application()

from board.consumers import NotificationConsumer  # noqa: E402

application = ProtocolTypeRouter({
    "http": django_application,
    "websocket": URLRouter([path("ws/notifications/", NotificationConsumer.as_asgi())]),
})
