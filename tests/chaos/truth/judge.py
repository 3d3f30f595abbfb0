# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge: evidence in, violations out. It starts nothing and asks nobody."""

from truth import freshness, numbers, publications
from truth.book import differences
from truth.classic_order import ClassicOrder
from truth.expectation import Expectation
from truth.order_of_events import OrderOfEvents
from truth.trace import Synced
from truth.violation import Violation


class StrictJudge:
    """Redis kept what it acknowledged: no gap, no double, no wrong board, no other epoch."""

    def __init__(self, entries, heads, slack=0.0):
        self.expectation = Expectation(entries)
        self.heads = heads
        self.slack = slack
        self.checked = 0
        self.boards_checked = 0
        self.numbers_checked = 0

    def judge(self, traces, classic_traces, published):
        found = publications.misplaced(published, self.expectation.entries)
        for trace in traces:
            found += self._walk(OrderOfEvents(trace, self.expectation))
            found += freshness.stale_claims(trace, self.heads, self.slack)
        for trace in classic_traces:
            found += self._walk(ClassicOrder(trace, self.expectation))
        return found + self._boards(traces) + self._numbers(traces)

    def _walk(self, walker):
        found = walker.walk()
        self.checked += walker.checked
        return found

    def _boards(self, traces):
        wanted = []
        for trace in traces:
            for record in trace.of(Synced):
                if record.snapshot:
                    where = f"snapshot at {record.position}"
                    wanted.append((record.position, trace.audience,
                                   (trace, record.board, where, record.at)))
            if trace.last_board is not None:
                wanted.append((trace.last_position, trace.audience,
                               (trace, trace.last_board, f"board at {trace.last_position}", 0.0)))
        self.boards_checked = len(wanted)
        return [Violation("board", trace.client, f"{where}: {sentence}", at)
                for expected, (trace, board, where, at) in self.expectation.boards_at(wanted)
                for sentence in differences(expected, board)]

    def _numbers(self, traces):
        """Of those who synced when all was over."""
        expected = numbers.numbers_of(self.expectation.book)
        last = [(trace, record) for trace in traces for record in trace.of(Synced)[-1:]
                if record.stats and record.position == self.expectation.last]
        self.numbers_checked = len(last)
        return [Violation("board", trace.client, f"numbers, {sentence}", record.at)
                for trace, record in last
                for sentence in numbers.differences(expected, record.stats)]


class LossyJudge:
    """Redis lost its past: everybody agrees in the end, and what was lost was told.

    `boards` is {name: (audience, epoch, board)} of every client on every server, a fresh server
    among them; `told` the losses that are told now, `once_told` those that ever were, each
    (from, to) in milliseconds."""

    def __init__(self, boards, told, once_told=()):
        self.boards = boards
        self.told = told
        self.once_told = once_told

    def judge(self, published, whole):
        """`whole` names the client that may see everything."""
        return self._agreement() + self._untold(published, self.boards[whole][2])

    def _agreement(self):
        found, first = [], {}
        for who, (audience, epoch, board) in sorted(self.boards.items()):
            other, known_epoch, known = first.setdefault(audience, (who, epoch, board))
            if epoch != known_epoch:
                found.append(Violation("epoch", who, f"{epoch}, but {other} has {known_epoch}"))
            found += [Violation("board", who, f"unlike {other}: {sentence}")
                      for sentence in differences(known, board)]
        return found

    def _untold(self, published, board):
        return [self._of_loss(each, shown)
                for each, shown in publications.lost_effects(published, board)
                if not _covers(self.told, each.at * 1000)]

    def _of_loss(self, publication, shown):
        was_told = _covers(self.once_told, publication.at * 1000)
        how = "was told, but is not told any more" if was_told else "was never told"
        return Violation("forgotten" if was_told else "loss", publication.publisher,
                         f"{publication.tag} ({publication.id or 'stored'}) has no effect on the "
                         f"board, which shows {shown}, and a loss of that time {how}",
                         publication.at)


def _covers(losses, moment, slack=1500):
    return any(start - slack <= moment <= end + slack for start, end in losses)
