#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posts each line of the feed to nchan: feed_nchan.py FEED_PORT NGINX_PORT

One connection, kept alive and pipelined: nginx answers in the order it was asked, so the next post
need not wait for the answer to the last one. TCP itself holds us back when nginx is busy.
"""
import asyncio
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from feed import serve_lines  # noqa: E402


async def check_answers(reader):
    """Reads nginx's answers; returns only if one says that a message was not taken."""
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status, *fields = head.split("\r\n")
        lengths = [int(field.split(":")[1]) for field in fields
                   if field.lower().startswith("content-length:")]
        await reader.readexactly(sum(lengths))
        if not status.split()[1].startswith("2"):
            raise ConnectionError(f"nchan refused a message: {status}")


async def main(feed_port, nginx_port):
    reader, writer = await asyncio.open_connection("127.0.0.1", nginx_port)

    async def publish(line):
        writer.write(b"POST /publish HTTP/1.1\r\nHost: board\r\nContent-Type: application/json\r\n"
                     b"Content-Length: %d\r\n\r\n%b" % (len(line), line))
        await writer.drain()

    await asyncio.gather(check_answers(reader), serve_lines(feed_port, publish))


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
