# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence of the judge's: a promise that was not kept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Violation:
    """`kind`: gap, double, leak, data, board, backwards, stale, epoch, acked, recovery, loss (never
    told) or forgotten (not told any more)."""

    kind: str
    who: str
    what: str
    at: float = 0.0

    def __str__(self):
        return f"{self.kind:10} {self.who}: {self.what}"
