# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every wrong that a client can have seen is planted, and must be named; what is right must not."""

import random
import unittest
from dataclasses import replace

from tests.evidence import ANN, EVERYBODY, good_trace, notice, order, position, step
from truth.freshness import Heads, backwards
from truth.judge import LossyJudge, StrictJudge
from truth.publications import Publication
from truth.trace import Asked, Greeted, Heard, Synced, Told, Trace


def shop_log(count=160, seed=7):
    """Orders, steps and notices of two departments, with deletions and moves between them."""
    dice, entries = random.Random(seed), []
    for place in range(1, count + 1):
        number, groups = dice.randrange(1, 12), dice.choice(("", "", "dept_a", "dept_b"))
        action = "deleted" if dice.random() < 0.05 else "updated"
        entries.append(dice.choice((
            lambda: order(place, number, groups, status=dice.randrange(1, 5), action=action),
            lambda: step(place, dice.randrange(30), number, groups, status=dice.randrange(1, 5)),
            lambda: notice(place, f"tag-{place}", groups)))())
    return entries


def kinds(violations):
    return {violation.kind for violation in violations}


class Strict(unittest.TestCase):
    def setUp(self):
        self.entries = shop_log()

    def judged(self, *traces, classic=(), published=(), heads=None):
        judge = StrictJudge(self.entries, heads or Heads())
        return judge.judge(list(traces), list(classic), list(published))

    def test_what_is_right_is_right(self):
        for audience in (EVERYBODY, ANN):
            for after in (0, 100):
                self.assertEqual(self.judged(good_trace(self.entries, audience, after)), [])

    def test_each_forgotten_event_is_a_gap(self):
        for seed in range(8):
            trace = good_trace(self.entries)
            heard = trace.of(Heard)
            trace.records.remove(random.Random(seed).choice(heard))
            self.assertIn("gap", kinds(self.judged(trace)))

    def test_a_double(self):
        trace = good_trace(self.entries)
        trace.records.insert(50, trace.records[49])
        self.assertIn("double", kinds(self.judged(trace)))

    def test_out_of_order(self):
        trace = good_trace(self.entries)
        trace.records[50], trace.records[51] = trace.records[51], trace.records[50]
        self.assertEqual(kinds(self.judged(trace)), {"gap", "double"})

    def test_a_leak(self):
        """What Ann's audience does not admit."""
        whole, hers = good_trace(self.entries), good_trace(self.entries, ANN)
        known = {record.id for record in hers.of(Heard)}
        foreign = next(record for record in whole.of(Heard) if record.id not in known)
        place = next(i for i, record in enumerate(hers.records)
                     if isinstance(record, Heard) and record.id > foreign.id)
        hers.records.insert(place, foreign)
        self.assertIn("leak", kinds(self.judged(hers)))

    def test_other_data(self):
        trace = good_trace(self.entries)
        trace.records[20] = replace(trace.records[20], data={**trace.records[20].data, "x": 1})
        self.assertEqual(kinds(self.judged(trace)), {"data"})

    def test_a_wrong_row_in_a_snapshot(self):
        trace = good_trace(self.entries, after=100)
        board = trace.of(Synced)[0].board
        next(iter(board["orders"].values()))["note"] = "another"
        self.assertEqual(kinds(self.judged(trace)), {"board"})

    def test_a_wrong_board_at_the_end(self):
        trace = good_trace(self.entries)
        trace.last_board["orders"].popitem()
        self.assertEqual(kinds(self.judged(trace)), {"board"})

    def test_a_board_that_goes_backwards_while_live(self):
        trace = good_trace(self.entries)
        older = good_trace(self.entries[:150], after=150)
        trace.records += older.records
        trace.last_board = None
        self.assertIn("backwards", kinds(self.judged(trace)))

    def test_who_asks_again_before_the_first_answer(self):
        trace = good_trace(self.entries)
        again = good_trace(self.entries, after=100)
        trace.records.insert(1, Asked(0.0))
        trace.records += [*again.of(Synced), *again.of(Heard)]
        self.assertEqual(self.judged(trace), [])

    def test_backwards_by_events_alone(self):
        """As lossy runs look at it: without the log, which is another one by then."""
        trace = good_trace(self.entries[:200])
        trace.records = [each for each in trace.records if not isinstance(each, Told)]
        trace.records += good_trace(self.entries[:150], after=150).of(Synced)
        self.assertEqual(kinds(backwards(trace)), {"backwards"})

    def test_an_older_board_that_is_said_to_be_stale(self):
        trace = good_trace(self.entries)
        older = good_trace(self.entries[:150], after=150).of(Synced)[0]
        trace.records.append(replace(older, live=False))
        trace.last_board = None
        self.assertEqual(self.judged(trace), [])

    def test_who_asks_again_may_hear_again(self):
        trace = good_trace(self.entries)
        heard = [record for record in trace.records if isinstance(record, Heard)]
        again = good_trace(self.entries, after=100)
        trace.records += [Asked(0.0), *heard[-5:], *again.of(Synced), *again.of(Heard)]
        self.assertEqual(self.judged(trace), [])
        trace.records += heard[-5:]
        self.assertEqual(kinds(self.judged(trace)), {"double"})

    def test_another_epoch(self):
        trace = good_trace(self.entries)
        trace.add(Synced(0.0, "another", self.entries[-1].id, False))
        self.assertIn("epoch", kinds(self.judged(trace)))

    def test_stale_as_live(self):
        heads = Heads()
        heads.note(10.0, position(5))
        heads.note(11.0, position(9))
        trace = Trace("desk", EVERYBODY)
        trace.add(Told(16.5, position(5), True, "s0"))
        self.assertEqual(self.judged(trace, heads=heads), [])
        trace.add(Told(17.5, position(5), True, "s0"))
        self.assertEqual(kinds(self.judged(trace, heads=heads)), {"stale"})
        trace.records = [Told(30.0, position(5), False, "s0")]
        self.assertEqual(self.judged(trace, heads=heads), [])

    def test_publications(self):
        here = self.entries[3]
        right = Publication("p", here.tag, id=here.id)
        self.assertEqual(self.judged(published=[right, Publication("p", "never answered")]), [])
        for wrong in (replace(right, id=position(1)), Publication("p", "gone", id=position(4)),
                      Publication("p", "stored, it was said", id="")):
            self.assertEqual(kinds(self.judged(published=[wrong])), {"acked"})
        self.assertEqual(self.judged(published=[replace(right, tag="lost", promised=False)]), [])

    def test_stored_twice(self):
        again = replace(self.entries[3], id=position(900))
        self.entries.append(again)
        wrong = Publication("p", again.tag, promised=False)
        self.assertEqual(kinds(self.judged(published=[wrong])), {"acked"})


class Classic(unittest.TestCase):
    def setUp(self):
        self.entries = [order(place, place % 3, note=f"tag-{place}") for place in range(1, 60)]
        self.trace = Trace("classic", EVERYBODY)
        self.trace.add(Greeted(0.0, "s0", "", "0-0", False))
        for event in self.entries[20:40]:
            self.trace.add(Heard(0.0, "", event.kind, event.published))

    def judged(self):
        return kinds(StrictJudge(self.entries, Heads()).judge([], [self.trace], []))

    def test_a_piece_of_the_log(self):
        self.assertEqual(self.judged(), set())

    def test_wrongs(self):
        kept = list(self.trace.records)
        for kind, change in (("gap", lambda records: records.pop(5)),
                             ("double", lambda records: records.insert(5, records[4])),
                             ("leak", lambda records: records.append(
                                 Heard(0.0, "", "order_notification", {"note": "unknown"}))),
                             ("data", lambda records: records.__setitem__(5, replace(
                                 records[5], data={**records[5].data, "x": 1})))):
            self.trace.records = list(kept)
            change(self.trace.records)
            self.assertIn(kind, self.judged())

    def test_the_end_is_missing(self):
        self.trace.is_connected = True
        self.assertEqual(self.judged(), {"gap"})

    def test_what_was_missed_while_away_is_none(self):
        del self.trace.records[5:8]
        self.trace.records.insert(5, Greeted(0.0, "s1", "", "0-0", False))
        self.assertEqual(self.judged(), set())


class Lossy(unittest.TestCase):
    def setUp(self):
        entries = shop_log()
        self.boards = {name: (EVERYBODY, "e", good_trace(entries).last_board) for name in "ab"}
        self.boards["ann"] = (ANN, "e", good_trace(entries, ANN).last_board)

    def judged(self, *published, told=(), once=()):
        return LossyJudge(self.boards, list(told), once).judge(list(published), "a")

    def test_all_agree(self):
        self.assertEqual(self.judged(), [])

    def test_one_board_is_another(self):
        self.boards["b"][2]["orders"].popitem()
        self.assertEqual(kinds(self.judged()), {"board"})

    def test_one_epoch_is_another(self):
        self.boards["b"] = (EVERYBODY, "f", self.boards["b"][2])
        self.assertEqual(kinds(self.judged()), {"epoch"})

    def test_a_loss_must_be_told_and_go_on_being_told(self):
        lost = Publication("p", "lost", (1, None), at=100.0, id=position(1))
        self.assertEqual(kinds(self.judged(lost)), {"loss"})
        self.assertEqual(self.judged(lost, told=[(99_000, 101_000)]), [])
        self.assertEqual(kinds(self.judged(lost, told=[(200_000, 201_000)])), {"loss"})
        self.assertEqual(kinds(self.judged(lost, once={(99_000, 101_000)})), {"forgotten"})

    def test_what_was_tried_later_may_be_there(self):
        number, row = next(iter(self.boards["a"][2]["orders"].items()))
        first = Publication("p", "first", (int(number), None), at=1.0, id=position(1))
        unsure = Publication("p", row.get("note"), (int(number), None), at=2.0)
        self.assertEqual(self.judged(first, unsure), [])


if __name__ == "__main__":
    unittest.main()
