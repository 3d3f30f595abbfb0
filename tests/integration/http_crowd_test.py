#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections by the thousand that ask in every bad way there is: each is answered or hung up on, what was
answered is counted, the server's memory stays bounded, and who asks properly meanwhile gets his answer.

    http_crowd_test.py BIN_FOLDER

PRESSBOARD_LONG_TESTS=yes for ten thousand of them.
"""
import asyncio
import os
import re
import resource
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support/programs"))

from running import Server  # noqa: E402

CROWD = 10_000 if os.environ.get("PRESSBOARD_LONG_TESTS") else 1_500
AT_ONCE = 50
PATIENCE = 240  # seconds, for all of them
MOST_BYTES = 400 * 1024 * 1024  # of memory, whatever they send; without them it takes some 30 MiB
LARGE = 100 * 1024 * 1024


def head(method, target, code, *lines):
    return "".join(line + "\r\n" for line in (
        f"{method} {target} HTTP/1.1", "Host: board", f"Authorization: Bearer {code}",
        "Content-Type: application/json", *lines, "")).encode()


def bad_ways(code):
    """name → (what is sent at once, bytes that follow without end, statuses that may come; 0: hung up on)"""
    events, stats = "/api/v1/events", "/api/v1/stats"
    second = head("GET", stats, code)
    return {
        "says nothing": (b"", 0, {0}),
        "half a head": (b"POST /api/v1/events HTTP/1.1\r\nHost: ", 0, {0, 400}),
        "a slow body": (head("POST", events, code, "Content-Length: 100") + b"{", 0, {0, 408}),
        "two lengths": (head("POST", events, code, "Content-Length: 2", "Content-Length: 3") + b"{}", 0, {0, 400}),
        "chunks": (head("POST", events, code, "Transfer-Encoding: chunked") + b"2\r\n{}\r\n0\r\n\r\n", 0, {0, 411}),
        "100 MB": (head("POST", events, code, f"Content-Length: {LARGE}"), LARGE, {0, 413}),
        "an unknown code": (head("POST", events, "pb_guess", "Content-Length: 2") + b"{}", 0, {0, 401}),
        "pipelining": (head("HEAD", stats, code) + second + second, 0, {0, 200}),
    }


async def send(writer, first, more):
    writer.write(first)
    chunk = b"x" * 65536
    while more > 0:
        writer.write(chunk)
        more -= len(chunk)
        await writer.drain()


async def ask(port, first, more):
    """The status of the one answer; 0: hung up on without a word."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return 0
    sending = asyncio.create_task(send(writer, first, more))
    try:
        said = await reader.read()
    except OSError:
        said = b""
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    writer.close()
    statuses = re.findall(rb"HTTP/1.1 (\d+)", said)
    assert len(statuses) <= 1, f"one answer to one connection: {said[:300]!r}"
    return int(statuses[0]) if statuses else 0


async def proper(port, code, stop):
    """Asks on and on, as a program does that comes again when it is hung up on."""
    answered = 0
    while not stop.is_set():
        answered += await ask(port, head("GET", "/api/v1/stats", code), 0) == 200
        await asyncio.sleep(0.2)
    return answered


async def crowd(port, code):
    stop = asyncio.Event()
    asking = asyncio.create_task(proper(port, code, stop))
    ways = list(bad_ways(code).items())
    asked = []
    for i in range(CROWD):
        name, (first, more, _) = ways[i % len(ways)]
        asked.append((name, asyncio.create_task(ask(port, first, more))))
        if i % AT_ONCE == 0:  # else this program would still be connecting when it ought to speak
            await asyncio.sleep(0.02)
    statuses = await asyncio.wait_for(asyncio.gather(*(one for _, one in asked)), PATIENCE)
    stop.set()
    return Counter(zip((name for name, _ in asked), statuses)), await asking


def most_memory(pid):
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024


def counted(server):
    found = re.findall(r'pressboard_http_answers_total{status="(\d+)"} (\d+)', server.metrics())
    return {int(status): int(count) for status, count in found if int(count)}


def main(programs):
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if most < CROWD + 100:
        print(f"only {most} files may be open here")
        return 77
    server = Server(programs, "--user-share", "0")
    try:
        code = (server.data / "admin.token").read_text(encoding="utf-8").strip()
        seen, answered = asyncio.run(crowd(server.port, code))
        print({f"{name}: {status}": count for (name, status), count in sorted(seen.items())},
              f"others answered: {answered}, most memory: {most_memory(server.process.pid) >> 20} MiB")
        ways = bad_ways(code)
        wrong = [one for one in seen if one[1] not in ways[one[0]][2]]
        assert not wrong, f"answered otherwise: {wrong}"
        assert all(any(seen[name, status] for status in ways[name][2] - {0}) for name in ways
                   if ways[name][2] != {0}), "some way of asking was never answered"
        assert answered > 0
        assert most_memory(server.process.pid) < MOST_BYTES
        ours = Counter()
        for (_, status), count in seen.items():
            ours[status] += count
        for status, count in counted(server).items():
            # An answer may get lost with its connection; heads that end in 400 are no requests yet.
            assert count >= ours[status] - ours[400] * (status == 400), f"{status}: {count}, {ours[status]}"
    except AssertionError:
        print(server.log()[-3000:])
        raise
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
