# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes events of a shop: orders and steps of one publisher's own, notices, and the rest."""

import datetime
import json
from dataclasses import dataclass

from truth.event import NOTICE, NUMBERS, ORDER, STEP
from truth.publications import Publication
from truth.reading import moment_text

_GROUPS = ([], [], [], ["dept_a"], ["dept_b"], ["dept_a", "dept_b"])
_STEPS = (("印刷", "cover"), ("覆膜", "cover"), ("折页", "content"), ("胶包", "content"))
_OWN_TYPES = ("machine_alarm", "paper_stock")


@dataclass
class Draft:
    """What is to be published, and how the board's row will tell that it was."""

    kind: str
    data: dict
    groups: list
    publication: Publication

    @property
    def tag(self):
        return self.publication.tag

    @property
    def text(self):
        return json.dumps(self.data, ensure_ascii=False)


class EventMaker:
    """`first_id` is where its orders' ids begin; nobody else may touch those."""

    def __init__(self, publisher, dice, first_id, most_orders=25, names_groups=True):
        self.names_groups = names_groups
        self.publisher = publisher
        self.dice = dice
        self.first_id = first_id
        self.most_orders = most_orders
        self.serial = 0
        self.orders = {}  # id: groups

    def draft(self):
        self.serial += 1
        tag = f"{self.publisher}-{self.serial}"
        make = self.dice.choices(
            (self._order, self._step, self._notice, self._numbers, self._other),
            (45, 35, 10, 3, 7))[0]
        return make(tag)

    def _publication(self, tag, row=None, removes=False):
        return Publication(self.publisher, tag, row, removes)

    def _order_id(self):
        number = self.first_id + self.dice.randrange(self.most_orders)
        return f"T-{number}" if number % 8 == 3 else number

    def _groups(self):
        return list(self.dice.choice(_GROUPS)) if self.names_groups else []

    def _order(self, tag):
        number = self._order_id()
        is_new = number not in self.orders
        if not is_new and self.dice.random() < 0.06:
            self.orders.pop(number)
            data = {"order_id": number, "action": "deleted", "note": tag}
            return Draft(ORDER, data, [], self._publication(tag, (number, None), removes=True))
        groups = self._groups() if is_new or self.dice.random() < 0.15 else self.orders[number]
        self.orders[number] = groups
        data = {"order_id": number, "action": "created" if is_new else "updated", "note": tag,
                **self._order_fields(number)}
        return Draft(ORDER, data, groups, self._publication(tag, (number, None)))

    def _order_fields(self, number):
        fields = {
            "order_no": f"PO{number}",
            "customer_name": self.dice.choice(("新华", "商务", "中华书局", "")),
            "product_name": f"书 {self.dice.randrange(9)}",
            "status": self.dice.choice((1, 2, 2, 2, 3, "processing", "2", 4)),
            "quantity": self.dice.choice((500, 3000, "1,500", None)),
            "delivery_date": f"2031-0{self.dice.randrange(1, 9)}-1{self.dice.randrange(9)}",
            "order_date": self._moment(),
            "timestamp": self._moment(),
            "paper": self.dice.choice(("157g 铜版", "128g 双胶", "", None)),
            "weight": self.dice.choice((157.5, 128, "1,500.25", None)),
            "drawing": self.dice.choice((f"http://crm/{number}", "", "javascript:void")),
        }
        kept = self.dice.sample(sorted(fields), self.dice.randrange(2, len(fields)))
        return {name: fields[name] for name in kept}

    def _moment(self):
        """Now, or a little before, as UTC or as Shanghai has it."""
        moment = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(
            seconds=self.dice.randrange(100))
        if self.dice.random() < 0.5:
            return moment_text(moment.replace(microsecond=0))
        there = moment.astimezone(datetime.timezone(datetime.timedelta(hours=8)))
        return there.replace(microsecond=0).isoformat()

    def _step(self, tag):
        number = self._order_id()
        name, category = self.dice.choice(_STEPS)
        place = self.dice.randrange(4)
        step = (self.first_id if self.dice.random() < 0.1 else number_of(number)) * 10 + place
        data = {"order_id": number, "progress_id": step, "step_name": name, "step_order": place,
                "step_category": category, "status": self.dice.choice((1, 2, 3, 4, "waiting")),
                "operator": self.dice.choice(("李娜", "王", "")), "note": tag}
        if self.dice.random() < 0.3:
            data["start_time"] = self._moment()
        if self.dice.random() < 0.3:
            data["plate"] = self.dice.choice((f"P-{place}", "", None))
        if self.dice.random() < 0.3:
            data["end_time"] = self._moment()
        # Steps move between orders, so no row of theirs is promised.
        return Draft(STEP, data, self._groups(), self._publication(tag))

    def _notice(self, tag):
        data = {"message": tag, "type": self.dice.choice(("info", "warning", "error"))}
        return Draft(NOTICE, data, self._groups(), self._publication(tag))

    def _numbers(self, _tag):
        """For some groups they are an event with a place in the order; else the shop's truth."""
        number = self.first_id * 100000 + self.serial
        is_event = self.names_groups and self.dice.random() < 0.5
        return Draft(NUMBERS, {"shift_total" if is_event else "waste_sheets": number},
                     ["dept_a"] if is_event else [], self._publication(str(number)))

    def _other(self, tag):
        kind = self.dice.choice(_OWN_TYPES)
        return Draft(kind, {"tag": tag, "level": self.dice.randrange(5)}, self._groups(),
                     self._publication(tag))


def number_of(order_id):
    return int(order_id[2:]) if isinstance(order_id, str) else order_id
