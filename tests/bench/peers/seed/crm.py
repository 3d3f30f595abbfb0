# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends to the group as the CRM's signals do: crm.py COUNT INTERVAL_SECONDS

The channel layer is the one on $SEED_REDIS. Prints a JSON list: how many milliseconds each
group_send took.
"""
import json
import os
import sys
import time

import django
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

PADDING = "." * 200
GROUP = "notifications"


def message(sequence):
    """What the swarm counts: its number, and when it was sent, on the swarm's clock."""
    return {"type": "bench_tick",
            "data": {"pad": PADDING, "seq": sequence, "t": time.monotonic_ns()}}


def send(layer, sequence):
    start = time.perf_counter()
    async_to_sync(layer.group_send)(GROUP, message(sequence))
    return (time.perf_counter() - start) * 1000


def main(count, interval):
    layer = get_channel_layer()
    took = []
    for sequence in range(1, count + 1):
        time.sleep(interval)
        took.append(send(layer, sequence))
    print(json.dumps(took))


os.environ["DJANGO_SETTINGS_MODULE"] = "board.settings"
django.setup()
main(int(sys.argv[1]), float(sys.argv[2]))
