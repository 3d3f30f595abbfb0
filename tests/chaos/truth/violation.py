# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence of the judge's: a promise that was not kept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Violation:
    kind: str  # gap, double, leak, board, backwards, stale, epoch, acked, data, recovery, loss, forgotten
    who: str
    what: str
    at: float = 0.0

    def __str__(self):
        return f"{self.kind:10} {self.who}: {self.what}"
