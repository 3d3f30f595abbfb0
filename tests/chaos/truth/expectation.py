# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log folded once: what each audience must have heard, and what its board is at each place."""

import bisect

from truth import ids
from truth.book import Book


class Expectation:
    """`entries` is the whole log, [Event], from its beginning. Audiences are asked for lazily."""

    def __init__(self, entries):
        self.entries = entries
        self.positions = [ids.key(event.id) for event in entries]
        self.book = Book()
        self.changes = [self.book.apply(event) for event in entries]
        self._heard = {}
        self._classic = {}

    @property
    def last(self):
        return self.entries[-1].id if self.entries else ids.NOTHING

    def heard_by(self, audience):
        """The ids a v1 client gets a message for, as keys, sorted."""
        if audience not in self._heard:
            self._heard[audience] = [ids.key(event.id) for event, change in self._all()
                                     if audience.hears(event, change)]
        return self._heard[audience]

    def classic_of(self, audience):
        """The events a classic client hears, in order."""
        if audience not in self._classic:
            self._classic[audience] = [event for event, change in self._all()
                                       if audience.hears_event(event, change)]
        return self._classic[audience]

    def event_at(self, key):
        at = bisect.bisect_left(self.positions, key)
        found = at < len(self.entries) and self.positions[at] == key
        return self.entries[at] if found else None

    def boards_at(self, wanted):
        """[(position, audience, what)] → yields (board, what), each as of its position."""
        book, at = Book(), 0
        for position, audience, what in sorted(wanted, key=lambda each: ids.key(each[0])):
            end = bisect.bisect_right(self.positions, ids.key(position))
            for event in self.entries[at:end]:
                book.apply(event)
            at = max(at, end)
            yield audience.board(book), what

    def _all(self):
        return zip(self.entries, self.changes)


def between(keys, after, until):
    """Those of sorted keys that are newer than `after`, up to `until`."""
    return keys[bisect.bisect_right(keys, after):bisect.bisect_right(keys, until)]
