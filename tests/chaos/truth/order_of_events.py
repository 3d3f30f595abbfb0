# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of one v1 client: no gap, no double, nothing out of order, nothing it may not see."""

from truth import ids
from truth.expectation import between
from truth.hellos import Hellos
from truth.reading import normal
from truth.trace import Greeted, Heard, Synced, Told
from truth.violation import Violation


class OrderOfEvents:
    """Walks one trace. Violations are in `found`; `checked` counts the events looked at."""

    def __init__(self, trace, expectation):
        self.trace = trace
        self.expectation = expectation
        self.heard = expectation.heard_by(trace.audience)
        self.allowed = set(self.heard)
        self.found = []
        self.checked = 0
        self.epoch = None
        self.place = None  # key of the position; None: has no board yet
        self.last_heard = None
        self.hellos = Hellos()

    def walk(self):
        steps = {Synced: self._synced, Heard: self._heard, Told: self._told,
                 Greeted: self._greeted}
        for record in self.trace.records:
            step = steps.get(type(record))
            if step:
                step(record)
            self.hellos.note(record)
        return self.found

    def _greeted(self, record):
        if self.epoch and record.epoch and record.epoch != self.epoch:
            self._violated("epoch", f"greeted with {record.epoch}, it was {self.epoch}", record)

    def _synced(self, record):
        key = ids.key(record.position)
        if self.epoch and record.epoch != self.epoch:
            self._violated("epoch", f"{record.epoch} came after {self.epoch}", record)
        elif self._goes_back(record, key):
            self._violated("backwards", f"a snapshot of {record.position} replaced the board of "
                           f"{_text(self.place)}", record)
        if record.snapshot or self.place is None:
            self.place = key
        else:
            self._advance(key, record)
        self.epoch = record.epoch
        self.last_heard = None

    def _goes_back(self, record, key):
        is_older = self.place is not None and key < self.place
        return is_older and record.live and record.snapshot and not self.hellos.overlap

    def _told(self, record):
        self._advance(ids.key(record.position), record)

    def _heard(self, record):
        key = ids.key(record.id)
        self.checked += 1
        if self.place is None:
            self._violated("double", f"{record.id} came before any board", record)
            return
        is_second_row = record.kind == "order" and self.last_heard == key
        if key <= self.place and self.hellos.overlap:
            return
        if key <= self.place and not is_second_row:
            self._violated("double", f"{record.id} came behind {_text(self.place)}", record)
            return
        if key not in self.allowed:
            self._violated("leak", f"{record.id} ({record.kind}) is not for this audience, or not "
                           "in the log", record)
        elif record.kind != "order":
            self._check_data(key, record)
        self._advance(key, record, heard=True)
        self.last_heard = key

    def _check_data(self, key, record):
        event = self.expectation.event_at(key)
        if event.kind != record.kind:
            self._violated("data", f"{record.id} is {event.kind}, it came as {record.kind}", record)
        elif _same(record.kind, record.data) != _same(event.kind, event.data):
            self._violated("data", f"{record.id}: {record.data} is not {event.data}", record)

    def _advance(self, key, record, heard=False):
        if self.place is None or key <= self.place:
            return
        missed = between(self.heard, self.place, key)
        if heard and missed and missed[-1] == key:
            missed = missed[:-1]
        if missed:
            self._violated("gap", f"{len(missed)} events never came, {_text(missed[0])} to "
                           f"{_text(missed[-1])}, before {_text(key)}", record)
        self.place = key

    def _violated(self, kind, what, record):
        self.found.append(Violation(kind, self.trace.client, what, record.at))


def _same(kind, data):
    return {name: value for name, value in normal(kind, data).items() if value is not None}


def _text(key):
    return f"{key[0]}-{key[1]}"
