# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A v1 client: keeps a board by PROTOCOL.md, and a trace of all that came."""

import time

from load.client import V1, Client
from truth import ids
from truth.book import Book, shown_board
from truth.event import Event
from truth.reading import normal
from truth.trace import Asked, Greeted, Heard, Source, Synced, Told

CONTROL = {"connection_established", "sync", "snapshot", "synced", "dashboard_update", "order",
           "source", "goodbye", "pong", "ack", "error", "settled", "receipts", "stations", "user"}


class Desk(Client):
    subprotocols = [V1]

    def __init__(self, name, user, servers, dice, roams=False, zlib=True, forgets=None):
        super().__init__(name, user, servers, dice, roams)
        self.features = ["text-ids"] + (["zlib"] if zlib else [])
        self.forgets = forgets or (lambda _message: False)  # the sabotage
        self.book = Book()
        self.epoch = None
        self.is_synced = False
        self.source = {}
        self.server_name = ""
        self._new = None  # the book of a snapshot that is coming
        self._waiting = []  # events that belong to it
        self.acks = {}
        self.task = None

    @property
    def is_live(self):
        return self.is_synced and self.source.get("state") == "live"

    @property
    def position(self):
        return self.book.position

    def on_cut(self):
        self.is_synced = False
        self._new, self._waiting = None, []

    async def handle(self, message):
        kind = message["type"]
        if "id" in message and self.forgets(message):
            return
        if "id" in message and (kind not in CONTROL or kind in ("order", "dashboard_update")):
            self._on_event(message)
        else:
            action = getattr(self, f"_on_{kind}", None)
            if action:
                await action(message)

    async def ask_again(self, with_resume=True):
        """Another sync, as a client may ask for at any time."""
        hello = self._hello(with_resume)
        self.trace.add(Asked(time.time()))
        await self.send(hello)

    def _hello(self, with_resume=True):
        resume = {"epoch": self.epoch, "position": self.position} if self.epoch else None
        return {"type": "hello", "resume": resume if with_resume else None,
                "features": self.features, "client": {"version": "chaos", "station": self.name}}

    async def _on_connection_established(self, message):
        self.server_name = self.server.name
        self.source = message["source"]
        self._note_source()
        self.trace.add(Greeted(self.began, self.server_name, message.get("epoch", ""),
                               message.get("position", ids.NOTHING), self._says_live()))
        await self.send(self._hello())

    async def _on_sync(self, message):
        self.is_synced = False
        self._new = Book() if message["mode"] == "snapshot" else None
        self._waiting = []

    async def _on_snapshot(self, message):
        for row in message["orders"]:
            self._new.put(row)
        for notice in message["notices"]:
            self._new.notices[notice["id"]] = (_kept(notice["data"]), frozenset())

    async def _on_synced(self, message):
        is_snapshot = self._new is not None
        if is_snapshot:
            self.book, self._new = self._new, None
            self.book.position = message["position"]
        elif ids.is_newer(message["position"], self.position):
            self.book.position = message["position"]
        self.epoch = message["epoch"]
        self.is_synced = True
        self.source = message.get("source", self.source)
        self._note_source()
        self.trace.add(Synced(time.time(), self.epoch, message["position"], is_snapshot,
                              self._says_live(), shown_board(self.book) if is_snapshot else None,
                              message.get("stats")))
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self._take(each)

    async def _on_pong(self, message):
        asked = self.asked_at()
        if not self.is_synced:
            return
        self.trace.add(Told(asked, message["position"], self._says_live(), self.server_name))
        self.book.position = ids.newest(self.position, message["position"])

    async def _on_source(self, message):
        self.source = message
        self._note_source()

    async def _on_goodbye(self, message):
        self.retry_after = min(message.get("retry_after_ms", 1000), 3000) / 1000

    async def _on_ack(self, message):
        self._answer(message, message.get("id"))

    async def _on_error(self, message):
        self._answer(message, None)

    def _answer(self, message, position):
        waiting = self.acks.pop(message.get("ref"), None)
        if waiting and not waiting.done():
            waiting.set_result((position, message.get("code")))

    def _on_event(self, message):
        if self._new is not None:
            self._waiting.append(message)
        else:
            self._take(message)

    def _take(self, message):
        kind, position = message["type"], message["id"]
        data = message if kind == "order" else message["data"]
        self.trace.add(Heard(time.time(), position, kind, data))
        if kind != "order":
            self.book.apply(Event(position, kind, normal(kind, data),
                                  source=message.get("src", "")))
        elif not ids.is_newer(self.position, position):
            self._take_order(message)
            self.book.position = position

    def _take_order(self, message):
        if message.get("gone"):
            self.book.take(message["order_id"])
        else:
            self.book.put(message)

    def _says_live(self):
        return self.source.get("state") == "live"

    def _note_source(self):
        said = self.source
        self.trace.add(Source(time.time(), said.get("state"), said.get("writes", True),
                              said.get("cause", ""), said.get("loss"), self.server.name))

    def close_trace(self):
        self.trace.last_board = shown_board(self.book)
        self.trace.last_position = self.position
        self.trace.last_epoch = self.epoch


def _kept(data):
    return {name: value for name, value in normal("general_notification", data).items()
            if value is not None}
