# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing stale looks live: who says "live" has all that is older than some seconds."""

import bisect

from truth import ids
from truth.hellos import Hellos
from truth.trace import Greeted, Heard, Synced, Told
from truth.violation import Violation

# A server says within 5 s that it lost its log (PROTOCOL.md 4.5); one for the way and the watch.
LIMIT_S = 6.0


class Heads:
    """When the log's newest entry was which, as a reader beside the servers saw it."""

    def __init__(self):
        self.times = []
        self.positions = []

    def note(self, at, position):
        if not self.positions or self.positions[-1] != position:
            self.times.append(at)
            self.positions.append(position)

    def at(self, moment):
        """The newest entry that was in the log then."""
        found = bisect.bisect_right(self.times, moment)
        return self.positions[found - 1] if found else ids.NOTHING


def stale_claims(trace, heads, slack=0.0):
    """`slack`: how late the watch itself was, in seconds."""
    found = []
    for record in trace.records:
        if not isinstance(record, (Told, Greeted)) or not record.live:
            continue
        required = heads.at(record.at - LIMIT_S - slack)
        if ids.is_newer(required, record.position):
            late = (ids.milliseconds(required) - ids.milliseconds(record.position)) / 1000
            found.append(Violation("stale", trace.client, f"{record.server} said live at "
                                   f"{record.position}, {late:.1f} s behind {required}, which was "
                                   f"in the log for {LIMIT_S + slack:.1f} s", record.at))
    return found


def backwards(trace):
    """A board that was live and is replaced by an older one of the same epoch."""
    found, epoch, position, hellos = [], None, ids.NOTHING, Hellos()
    for record in trace.records:
        if isinstance(record, Synced):
            is_older = record.epoch == epoch and ids.is_newer(position, record.position)
            if is_older and record.live and not hellos.overlap:
                found.append(Violation("backwards", trace.client,
                                       f"{record.position} came after {position}", record.at))
            epoch, position = record.epoch, record.position
        elif isinstance(record, (Told, Heard)):
            position = ids.newest(position, getattr(record, "position", None) or record.id)
        hellos.note(record)
    return found
