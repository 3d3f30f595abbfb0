# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What publishers did, what they were told, and what of it must be in the log."""

from collections import Counter
from dataclasses import dataclass

from truth.violation import Violation


@dataclass
class Publication:
    """`id` is what the publisher was told; "" is "it is stored", None is no answer at all."""

    publisher: str
    tag: str
    row: tuple = None  # (order_id, progress_id) that carries the tag from now on; None: no row
    removes: bool = False
    at: float = 0.0
    id: str = None
    promised: bool = True  # False: at most once, as PUBLISH is

    @property
    def is_acked(self):
        return self.id is not None and self.promised


def misplaced(publications, entries):
    """Acknowledged and not there, there under another id, or there twice."""
    count = Counter(event.tag for event in entries if event.tag)
    place = {event.tag: event.id for event in entries if event.tag}
    found = []
    for each in publications:
        if count[each.tag] > 1:
            found.append(Violation("acked", each.publisher,
                                   f"{each.tag} is {count[each.tag]} times in the log", each.at))
        elif each.is_acked and not count[each.tag]:
            found.append(Violation("acked", each.publisher,
                                   f"{each.tag} was acknowledged and is not in the log", each.at))
        elif each.is_acked and each.id and place[each.tag] != each.id:
            found.append(Violation("acked", each.publisher, f"{each.tag} was acknowledged as "
                                   f"{each.id}, the log has {place[each.tag]}", each.at))
    return found


def lost_effects(publications, board):
    """Rows of the whole board that do not show the last thing their publisher was promised.

    Returns those publications, each with what its row shows. A row may show anything that was tried
    after the last promise, too."""
    rows = {}
    for each in publications:
        if each.row:
            rows.setdefault(each.row, []).append(each)
    return [lost for tried in rows.values() if (lost := _lost(tried, board))]


def _lost(tried, board):
    last = max((place for place, each in enumerate(tried) if each.is_acked), default=None)
    if last is None:
        return None
    shown = _tag_of_row(board, tried[last].row)
    allowed = [None if each.removes else each.tag for each in tried[last:]]
    return None if shown in allowed else (tried[last], shown)


def _tag_of_row(board, row):
    order = board["orders"].get(str(row[0]))
    if order is None or row[1] is None:
        return order.get("note") if order else None
    step = order["steps"].get(str(row[1]))
    return step.get("note") if step else None
