# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens for the benchmark's publisher: each line that comes is one message."""
import asyncio

# A message is at most 64 KiB; the line end comes on top.
LONGEST_LINE = 64 * 1024 + 2


async def serve_lines(port, publish):
    """Hands each line (bytes, without its end) to publish(line), a coroutine, in order.

    A publish that fails ends the program: a benchmark that loses messages measures nothing.
    """
    failed = asyncio.get_running_loop().create_future()

    async def read_lines(reader, writer):
        try:
            while line := await reader.readline():
                await publish(line.rstrip(b"\n"))
        except Exception as reason:  # whatever it is, it ends the measurement
            if not failed.done():
                failed.set_exception(reason)
        finally:
            writer.close()

    await asyncio.start_server(read_lines, "127.0.0.1", port, limit=LONGEST_LINE)
    await failed


