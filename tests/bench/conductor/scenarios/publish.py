# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs publish over HTTP, a connection each, and over one WebSocket: how many a second, what one costs,
and what the clients notice.

What is published is for a group that nobody is in, so that a publish is measured and not its delivery. Beside
the steady load it comes at the rate of a busy CRM.
"""

import json
import re
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

from ..peer import PeerFailed
from .hostile import Client, frame
from .loading import load
from .scenario import Column, Scenario

CLIENTS = 1000
STEADY_RATE = 30
BESIDE_RATE = 200  # publishes a second beside the steady load
CONNECTIONS = 32
WINDOW = 64  # publishes that wait for their ack on the WebSocket
EVENT = {"type": "order_notification", "groups": ["dept_nobody"],
         "data": {"order_id": 7, "order_no": "PO20231201001", "customer_name": "测试客户", "status": 2}}
SETTINGS = {"publishes-per-s": 100_000, "messages-per-s": 100_000, "bytes-per-s": 1 << 30,
            "work-ms-per-s": 1000}

# A ref of its own for each.
SCRIPT = """
local thread = 0
function setup(t) t:set("number", thread); thread = thread + 1 end
local said = 0
function request()
    said = said + 1
    return wrk.format("POST", "/api/v1/events", {["Authorization"] = "Bearer %s",
        ["Content-Type"] = "application/json", ["Idempotency-Key"] = number .. "-" .. said}, [[%s]])
end
function done(summary, latency)
    io.write(string.format("p99_us=%%d requests=%%d faults=%%d\\n", latency:percentile(99), summary.requests,
        summary.errors.connect + summary.errors.read + summary.errors.timeout + summary.errors.status))
end
"""


def variants(options):
    seconds = options.seconds or (3 if options.quick else 8)
    return {f"{CONNECTIONS} connections": {"seconds": seconds, "settings": SETTINGS}}


def _code(context):
    peer = context.peer
    said = subprocess.run([context.machine.bin / "pressboardctl", "--redis", f"unix://{peer.socket}", "user",
                           "add", "crm", "--role", "publisher"], check=True, capture_output=True, text=True)
    code = said.stdout.strip()
    _post(peer.port, code, "first")
    return code


def _post(port, code, ref):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/events", json.dumps(EVENT).encode(),
        {"Authorization": f"Bearer {code}", "Content-Type": "application/json", "Idempotency-Key": ref})
    for _ in range(100):  # the server hears of the new user in a moment
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            if error.code != 401:
                raise PeerFailed(f"a publish was refused: {error.read()!r}") from error
            time.sleep(0.1)
    raise PeerFailed("the publisher was never known")


def _steady(context, seconds):
    return load(context, round(STEADY_RATE * seconds), STEADY_RATE, patience=seconds + 8)["latency"]["p99_ms"]


def _beside(context, code, seconds):
    """The steady load while a CRM publishes."""
    stop = threading.Event()

    def publish():
        number = 0
        begin = time.monotonic()
        while not stop.is_set():
            number += 1
            _post(context.peer.port, code, f"beside-{number}")
            time.sleep(max(0, begin + number / BESIDE_RATE - time.monotonic()))
    publisher = threading.Thread(target=publish, daemon=True)
    publisher.start()
    try:
        return _steady(context, seconds)
    finally:
        stop.set()
        publisher.join()


def _http(context, code, seconds):
    script = context.workdir / "publish.lua"
    script.write_text(SCRIPT % (code, json.dumps(EVENT, ensure_ascii=False)))
    before = context.peer.cpu_seconds()
    seconds = round(seconds)  # wrk knows no others
    said = subprocess.run(["taskset", "-c", str(context.machine.load_core), "wrk", "-t1", f"-c{CONNECTIONS}",
                           f"-d{seconds}s", "-s", script, f"http://127.0.0.1:{context.peer.port}"],
                          check=True, capture_output=True, text=True)
    cpu = context.peer.cpu_seconds() - before
    p99, requests, faults = map(int, re.search(r"p99_us=(\d+) requests=(\d+) faults=(\d+)", said.stdout).groups())
    if faults:
        raise PeerFailed(f"{faults} of {requests} requests failed")
    return {"http_per_s": requests / seconds, "http_cpu_us": cpu / requests * 1e6, "http_p99_ms": p99 / 1000}


class Publisher(Client):
    """On one WebSocket, so many unanswered ones at a time."""

    def __init__(self, port, code):
        self.code = code
        super().__init__(port)

    def say(self, data):
        if data.startswith(b"GET "):
            data = data.replace(b"\r\n\r\n", f"\r\nAuthorization: Bearer {self.code}\r\n\r\n".encode())
        super().say(data)

    def publish_for(self, seconds):
        sent = acknowledged = 0
        end = time.monotonic() + seconds
        self.socket.settimeout(5)
        while time.monotonic() < end or acknowledged < sent:
            ready = WINDOW - (sent - acknowledged) if time.monotonic() < end else 0
            if ready:
                self.say(b"".join(self._publish(sent + i) for i in range(ready)))
                sent += ready
            acknowledged += self.socket.recv(1 << 20).count(b'"type":"ack"')
        return acknowledged

    @staticmethod
    def _publish(number):
        return frame(json.dumps({"type": "publish", "ref": f"ws-{number}", "event": EVENT}).encode())


def _websocket(context, code, seconds):
    publisher = Publisher(context.peer.port, code)
    before = context.peer.cpu_seconds()
    begin = time.monotonic()
    try:
        count = publisher.publish_for(seconds)
    except (ConnectionError, socket.timeout) as problem:
        raise PeerFailed(f"the WebSocket's publisher: {problem}") from problem
    cpu = context.peer.cpu_seconds() - before
    return {"ws_per_s": count / (time.monotonic() - begin), "ws_cpu_us": cpu / count * 1e6}


def measure(context, parameters):
    seconds = parameters["seconds"]
    code = _code(context)
    figures = _http(context, code, seconds) | _websocket(context, code, seconds)
    context.swarm.connect(CLIENTS)
    quiet = _steady(context, seconds)
    beside = _beside(context, code, seconds)
    return figures | {"quiet_p99_ms": quiet, "beside_p99_ms": beside, "times": beside / quiet}


SCENARIO = Scenario(
    "publish", "Publishes, for nobody",
    [Column("http_per_s", "HTTP/s", 0), Column("http_cpu_us", "CPU µs", 0), Column("http_p99_ms", "p99 ms", 2),
     Column("ws_per_s", "WebSocket/s", 0), Column("ws_cpu_us", "CPU µs", 0),
     Column("quiet_p99_ms", "steady p99 ms", 2), Column("beside_p99_ms", f"beside {BESIDE_RATE} HTTP/s", 2),
     Column("times", "×", 2)],
    variants, measure, peers=("pressboard",), in_quick=("pressboard",))
