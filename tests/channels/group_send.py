#!/usr/bin/python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends a group the messages that stand on stdin, one JSON object a line, as Django would.

    group_send.py --form 2|4|json|encrypted|pubsub --redis URL [--redis URL]… [--capacity N]
                  [--expiry S] [GROUP]

Form 4 is Debian's channels_redis itself. Form 2 writes what channels_redis 2.4.2 wrote, byte for
byte: the message as MessagePack, with its channels behind its own fields, at the head of a list
that lives for --expiry seconds and takes no more than its capacity. Form json is the serializer of
4.2.1, form encrypted that of a layer whose key is "press secret". Answers each line with "sent", so that who holds the other end of the pipe knows how far it
is; with "dropped" when a channel was over its capacity, which Django only writes into its log; or
with "unknown" when Redis went away meanwhile: the message is there or not, as it is for Django.
Then Redis is waited for.
"""
import argparse
import asyncio
import json
import logging
import random
import sys
import time

import msgpack
import redis
from channels_redis.core import RedisChannelLayer
from channels_redis.pubsub import RedisPubSubChannelLayer
from channels_redis.utils import _consistent_hash

PUSH = """
    local over_capacity = 0
    for i=1,#KEYS do
        if redis.call('LLEN', KEYS[i]) < tonumber(ARGV[i + #KEYS]) then
            redis.call('LPUSH', KEYS[i], ARGV[i])
            redis.call('EXPIRE', KEYS[i], ARGV[2 * #KEYS + 1])
        else
            over_capacity = over_capacity + 1
        end
    end
    return over_capacity
"""


log = logging.getLogger("channels_redis.core")


class Drops(logging.Handler):
    """Counts what the layer says about channels over their capacity."""

    count = 0

    def emit(self, record):
        self.count += 1


class Layer2:
    """group_send() of channels_redis 2.4.2, as far as a publisher needs it."""

    prefix = "asgi:"
    group_expiry = 86400

    def __init__(self, urls, capacity, expiry):
        self.hosts = [redis.Redis.from_url(url) for url in urls]
        self.capacity = capacity
        self.expiry = expiry

    def host_of(self, name):
        return self.hosts[_consistent_hash(name, len(self.hosts))]

    async def group_send(self, group, message):
        host = self.host_of(group)
        key = f"{self.prefix}:group:{group}"
        host.zremrangebyscore(key, 0, int(time.time()) - self.group_expiry)
        channels = {}
        for name in host.zrange(key, 0, -1):
            name = name.decode()
            channels.setdefault(name[: name.find("!") + 1] or name, []).append(name)
        for non_local, names in channels.items():
            packed = msgpack.packb({**message, "__asgi_channel__": names}, use_bin_type=True)
            push = self.host_of(non_local).eval
            if push(PUSH, 1, self.prefix + non_local, packed, self.capacity, self.expiry):
                log.info("over capacity")


class JsonLayer(RedisChannelLayer):
    def serialize(self, message):
        return random.randbytes(12) + json.dumps(message).encode()


def layer_of(options):
    if options.form == "2":
        return Layer2(options.redis, options.capacity, options.expiry)
    if options.form == "pubsub":
        return RedisPubSubChannelLayer(hosts=options.redis)
    kind = JsonLayer if options.form == "json" else RedisChannelLayer
    keys = ["press secret"] if options.form == "encrypted" else None
    return kind(hosts=options.redis, capacity=options.capacity, expiry=options.expiry,
                symmetric_encryption_keys=keys)


def wait_for(urls):
    for url in urls:
        while True:
            try:
                redis.Redis.from_url(url).ping()
                break
            except redis.exceptions.RedisError:
                time.sleep(0.05)


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=["2", "4", "json", "encrypted", "pubsub"], default="4")
    parser.add_argument("--redis", action="append", required=True)
    parser.add_argument("--capacity", type=int, default=1500)
    parser.add_argument("--expiry", type=int, default=60)
    parser.add_argument("group", nargs="?", default="notifications")
    options = parser.parse_args()
    layer = layer_of(options)
    drops = Drops()
    log.addHandler(drops)
    log.setLevel(logging.INFO)
    log.propagate = False
    for line in sys.stdin:
        drops.count = 0
        try:
            await layer.group_send(options.group, json.loads(line))
            print("dropped" if drops.count else "sent", flush=True)
        except (redis.exceptions.RedisError, OSError):
            wait_for(options.redis)
            print("unknown", flush=True)


asyncio.run(main())
