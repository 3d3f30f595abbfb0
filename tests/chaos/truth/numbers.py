# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop's numbers, counted from a book as PROTOCOL.md 5.3 says. Not counted here: what depends
on today (urgent) and on the shop's settings (ready)."""


def numbers_of(book):
    known = [order for order in book.orders.values() if not order.row.get("stub")]
    statuses = [order.row.get("status") for order in known]
    steps = [(order.row.get("status"), step.get("status"))
             for order in known for step in order.steps.values()]
    computed = {
        "total_orders": len(known) + len(book.retired),
        "pending_orders": statuses.count(1),
        "processing_orders": statuses.count(2),
        "completed_orders": statuses.count(3) + book.retired.count(3),
        "current_steps_count": sum(step == 2 for _, step in steps),
        "next_steps_count": sum(order == 2 and step == 1 for order, step in steps),
        "complete": book.complete,
    }
    return {**computed, **book.numbers}


def differences(expected, found):
    return [f"{name}: expected {value}, found {found.get(name)}"
            for name, value in expected.items() if found.get(name) != value]
