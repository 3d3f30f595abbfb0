# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills pressboard-server's log with the life of orders, the way a CRM would: XADD, pipelined."""

import json
import socket

STREAM = "pressboard:events"
PIPELINE = 1000  # commands whose answers are awaited together
STEPS = ["印刷", "覆膜", "烫金", "压痕", "模切", "切纸", "折页", "锁线", "胶包", "打包"]


def order_event(order_id, status=1, action="created"):
    return "order_notification", {
        "order_id": order_id, "order_no": f"PO{20230000000 + order_id}",
        "customer_name": f"测试客户{order_id % 97}有限公司", "product_name": f"产品目录第{order_id}号",
        "status": status, "action": action, "created": action == "created",
        "print_type": "cover_content", "quantity": 1000 + order_id, "unit": "册",
        "order_date": "2023-12-01", "delivery_date": f"2023-12-{1 + order_id % 28:02d}",
        "salesman": f"业务员{order_id % 11}", "timestamp": "2023-12-01T08:00:00"}


def step_event(order_id, number, status=1, action="created"):
    return "progress_notification", {
        "progress_id": order_id * 100 + number, "order_id": order_id,
        "order_no": f"PO{20230000000 + order_id}", "step_name": STEPS[number % len(STEPS)],
        "step_order": number + 1, "step_category": "content" if number > 4 else "cover",
        "status": status, "operator": f"操作员{number}", "action": action,
        "created": action == "created", "timestamp": "2023-12-01T09:00:00"}


def book(orders, steps):
    """So many orders, each with so many steps."""
    for order_id in range(1, orders + 1):
        yield order_event(order_id, status=2)
        for number in range(steps):
            yield step_event(order_id, number)


def life(events, orders):
    """A busy log: orders appear, their steps start and end, over and over."""
    for index in range(events):
        order_id, turn = 1 + index % orders, index // orders
        if turn == 0:
            yield order_event(order_id)
        elif turn % 7 == 0:
            yield order_event(order_id, status=1 + turn % 3, action="updated")
        else:
            yield step_event(order_id, turn % len(STEPS), status=1 + turn % 3,
                             action="created" if turn < len(STEPS) else "updated")


class Redis:
    """As much of a Redis client as the benchmark needs."""

    def __init__(self, path):
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(path))
        self._answers = self._socket.makefile("rb")

    def ask(self, *words):
        self._socket.sendall(_command(words))
        return self._answer()

    def fill(self, events):
        """Into the log; the last event's id."""
        last = None
        batch = []
        for event_type, data in events:
            batch.append(_command(("XADD", STREAM, "*", "type", event_type, "data",
                                   json.dumps(data, ensure_ascii=False))))
            if len(batch) == PIPELINE:
                last = self._send(batch)
                batch = []
        return self._send(batch) if batch else last

    def _send(self, batch):
        self._socket.sendall(b"".join(batch))
        return [self._answer() for _ in batch][-1]

    def _answer(self):
        line = self._answers.readline().rstrip()
        if line[:1] == b"-":
            raise RuntimeError(line.decode())
        if line[:1] != b"$":
            return line[1:].decode()
        size = int(line[1:])
        return None if size < 0 else self._answers.read(size + 2)[:-2].decode()


def _command(words):
    encoded = [str(word).encode() for word in words]
    return b"*%d\r\n" % len(encoded) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded)
