# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of one classic client: what it heard on one connection is a piece of the log, whole."""

from truth.trace import Greeted, Heard
from truth.event import NUMBERS, tag_in
from truth.violation import Violation


class ClassicOrder:
    def __init__(self, trace, expectation):
        self.trace = trace
        self.events = expectation.classic_of(trace.audience)
        self.places = {event.tag: place for place, event in enumerate(self.events)}
        self.found = []
        self.checked = 0
        self.next = None  # place that must come; None: a connection begins anywhere

    def walk(self):
        for record in self.trace.records:
            if isinstance(record, Greeted):
                self.next = None
            elif isinstance(record, Heard):
                self._heard(record)
        self._finish()
        return self.found

    def _finish(self):
        """Who is connected when all is over has heard everything."""
        missed = len(self.events) - self.next if self.next is not None else 0
        if self.trace.is_connected and missed:
            self.found.append(Violation("gap", self.trace.client, f"the last {missed} events, from "
                                        f"{self.events[self.next].tag} on, never came"))

    def _heard(self, record):
        tag = tag_in(record.data)
        if record.kind == NUMBERS and "shift_total" not in record.data:
            return  # the shop's numbers, which are no event
        self.checked += 1
        place = self.places.get(tag)
        if place is None:
            self._violated("leak", f"{tag} is not for this audience, or not in the log", record)
            return
        if self.next is not None and place < self.next:
            self._violated("double", f"{tag} came again, or late", record)
            return
        if self.next is not None and place > self.next:
            self._violated("gap", f"{place - self.next} events never came before {tag}", record)
        if record.data != self.events[place].published:
            self._violated("data", f"{tag}: {record.data} was published as "
                           f"{self.events[place].published}", record)
        self.next = place + 1

    def _violated(self, kind, what, record):
        self.found.append(Violation(kind, self.trace.client, what, record.at))
