#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends each line of the feed to the group, as the CRM's signals do: feed_seed.py FEED_PORT"""
import asyncio
import json
import pathlib
import sys

import django
from channels.layers import get_channel_layer

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from feed import serve_lines  # noqa: E402


async def main(port):
    layer = get_channel_layer()

    async def publish(line):
        message = json.loads(line)
        await layer.group_send("notifications", {"type": "notification", "message": message})

    await serve_lines(port, publish)


django.setup()
asyncio.run(main(int(sys.argv[1])))
