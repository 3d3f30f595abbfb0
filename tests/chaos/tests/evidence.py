# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes logs and traces for the judge's own tests, without a server."""

import json

from truth.audience import Audience
from truth.event import Event
from truth.expectation import Expectation
from truth.trace import Greeted, Heard, Synced, Told, Trace

EVERYBODY = Audience(frozenset({"dept_a", "dept_b"}))
ANN = Audience(frozenset({"dept_a"}))


def order(place, number=1, groups="", kind="order_notification", **data):
    fields = {"type": kind, "data": _json({"order_id": number, "note": f"tag-{place}", **data})}
    if groups:
        fields["groups"] = groups
    return Event.from_entry(position(place), fields)


def step(place, number=10, order_id=1, groups="", **data):
    return order(place, order_id, groups, "progress_notification", progress_id=number, **data)


def notice(place, message="m", groups="", **data):
    fields = {"type": "general_notification", "data": _json({"message": message, **data})}
    if groups:
        fields["groups"] = groups
    return Event.from_entry(position(place), fields)


def position(place):
    """A second apart, from an early one on."""
    return f"{1700000000000 + place * 1000}-0"


def good_trace(entries, audience=EVERYBODY, after=0):
    """Of a client that missed nothing: a snapshot after so many entries, then the rest."""
    expectation = Expectation(entries)
    start = entries[after - 1].id if after else "0-0"
    board = next(expectation.boards_at([(start, audience, None)]))[0]
    trace = Trace("desk", audience)
    trace.add(Greeted(0.0, "s0", "e", start, True))
    trace.add(Synced(0.0, "e", start, True, True, board))
    for event, change in list(zip(entries, expectation.changes))[after:]:
        if audience.hears(event, change):
            trace.add(Heard(0.0, event.id, event.kind, event.published))
    trace.add(Told(0.0, entries[-1].id, False, "s0"))
    trace.last_board = audience.board(expectation.book)
    trace.last_position, trace.last_epoch = entries[-1].id, "e"
    return trace


def _json(data):
    return json.dumps(data)
