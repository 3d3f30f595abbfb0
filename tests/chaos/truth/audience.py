# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sees what of an event: PROTOCOL.md, section 7."""

from dataclasses import dataclass

from truth.book import shown_board
from truth.event import NOTICE, NUMBERS, is_internal


@dataclass(frozen=True)
class Audience:
    """A user's groups, and whether orders may be seen at all."""

    groups: frozenset
    view_orders: bool = True

    def admits(self, groups):
        return not groups or bool(groups & self.groups)

    def may_know(self, event):
        if is_internal(event.kind) or event.kind == NUMBERS and not event.groups:
            return False
        return self.view_orders or event.kind == NOTICE

    def hears(self, event, change):
        """Whether a v1 client gets a message with this event's id."""
        if event.kind == "pressboard.retire":
            return self.view_orders
        if change.refused or not self.may_know(event):
            return False
        return self.admits(change.before) or self.admits(change.after)

    def hears_event(self, event, change):
        """Whether a classic client gets it: those hear events only, and not of what they lost."""
        return not change.refused and self.may_know(event) and self.admits(change.after) \
            and event.source != "import"

    def board(self, book):
        return shown_board(book, self.admits, self.view_orders)
