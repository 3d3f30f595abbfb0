# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 6 of PROTOCOL.md, rule by rule, as the judge folds it."""

import unittest
from dataclasses import replace

from tests.evidence import notice, order, position, step
from truth.book import Book


def folded(*events):
    book = Book()
    for event in events:
        book.apply(event)
    return book


class Orders(unittest.TestCase):
    def test_absent_is_unchanged_and_empty_clears(self):
        row = folded(order(1, order_no="PO1", unit="本"), order(2, unit="")).orders[1].row
        self.assertEqual(row["order_no"], "PO1")
        self.assertNotIn("unit", row)

    def test_status_without_a_word_gets_the_standard_one(self):
        book = folded(order(1, status=1, status_display="等"), order(2, status="processing"))
        self.assertEqual(book.orders[1].row["status_display"], "处理中")

    def test_a_duplicate_does_nothing(self):
        book = folded(order(2, unit="本"), order(1, unit="册"))
        self.assertEqual(book.orders[1].row["unit"], "本")
        self.assertEqual(book.position, position(2))

    def test_touched_moves_only_when_something_changed(self):
        book = folded(order(1, note="x"), order(2, note="x"))
        self.assertEqual(book.orders[1].row["touched"], position(1))

    def test_moments(self):
        row = folded(order(1, status=2), order(2, status=3, timestamp="2026-01-02T03:04:05Z")
                     ).orders[1].row
        self.assertEqual(row["created_at"], "2023-11-14T22:13:21Z")
        self.assertEqual(row["completed_at"], "2026-01-02T03:04:05Z")
        self.assertEqual(row["status_since"], row["completed_at"])

    def test_an_update_of_an_unknown_order_has_an_unseen_past(self):
        book = folded(order(1, action="updated"))
        self.assertNotIn("created_at", book.orders[1].row)
        self.assertFalse(book.complete)

    def test_deleted_takes_the_steps_and_keeps_late_ones_out(self):
        book = folded(order(1), step(2), order(3, action="deleted"))
        late = step(4)
        self.assertTrue(book.apply(late).refused)
        self.assertEqual(book.orders, {})

    def test_the_shops_own_fields(self):
        book = folded(order(1, paper="157g", weight="1,500.25", drawing="http://crm/1", colour="red"),
                      order(2, paper="", drawing="javascript:void"), step(3, plate="P-1", paper="x"))
        self.assertEqual(book.orders[1].row["fields"],
                         {"weight": 1500.25, "drawing": "http://crm/1"})
        self.assertEqual(book.orders[1].steps[10]["fields"], {"plate": "P-1"})
        self.assertEqual(book.orders[1].row["touched"], position(2))

    def test_groups_add_up_from_django(self):
        second = replace(order(2, groups="dept_b"), source="channels")
        book = folded(order(1, groups="dept_a"), second)
        self.assertEqual(book.orders[1].groups, {"dept_a", "dept_b"})


class Steps(unittest.TestCase):
    def test_of_an_unknown_order_makes_a_stub(self):
        book = folded(step(1, order_no="PO1"))
        self.assertTrue(book.orders[1].row["stub"])
        self.assertEqual(book.orders[1].row["order_no"], "PO1")
        book.apply(order(2, status=1))
        self.assertNotIn("stub", book.orders[1].row)

    def test_moves_with_all_it_has(self):
        book = folded(order(1, 1), order(2, 2), step(3, step_name="印刷"), step(4, order_id=2))
        self.assertEqual(book.orders[1].steps, {})
        self.assertEqual(book.orders[2].steps[10]["step_name"], "印刷")

    def test_since_when_it_runs_is_what_the_same_event_says(self):
        row = folded(order(1), step(2, status=2, start_time="2026-01-02T03:04:05Z")
                     ).orders[1].steps[10]
        self.assertEqual(row["status_since"], "2026-01-02T03:04:05Z")

    def test_no_order_has_more_than_two_hundred(self):
        book = folded(order(1), *(step(2 + number, number) for number in range(200)))
        self.assertTrue(book.apply(step(900, 900)).refused)


class Notices(unittest.TestCase):
    def test_replaced_and_withdrawn(self):
        book = folded(notice(1, "a"), notice(2, "b", replaces=position(1)))
        self.assertEqual(list(book.notices), [position(2)])
        book.apply(notice(3, "", replaces=position(2)))
        self.assertEqual(book.notices, {})

    def test_two_hundred_of_one_sender_important_ones_last(self):
        book = folded(notice(1, "first", type="error"),
                      *(notice(2 + number) for number in range(200)))
        self.assertEqual(len(book.notices), 200)
        self.assertIn(position(1), book.notices)
        self.assertNotIn(position(2), book.notices)


if __name__ == "__main__":
    unittest.main()
