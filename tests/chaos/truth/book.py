# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board, and how an event changes it: PROTOCOL.md, section 6, written from that page.

Rows are what the wire shows, without empty members; an order's steps are a dict by progress_id."""

from dataclasses import dataclass, field

from truth import fields as custom
from truth import ids
from truth.event import NOTICE, NUMBERS, ORDER, STEP
from truth.reading import ORDER_STATUS, STEP_STATUS, moment_of_id

ORDER_MEMBERS = ("order_no", "customer_name", "product_name", "status", "work_order_no",
                 "print_type", "quantity", "unit", "order_date", "delivery_date", "salesman", "note")
STEP_MEMBERS = ("order_no", "step_name", "step_order", "step_category", "status", "operator",
                "operator_id", "confirm_user", "confirm_user_id", "start_time", "end_time", "note")
MOST_STEPS = 200
DELETED_REMEMBERED = 1000
FINISHED = (3, 4)


@dataclass
class Change:
    """Who saw what the event is about, before it and after it."""

    before: frozenset
    after: frozenset
    refused: bool = False


@dataclass
class Order:
    row: dict
    groups: frozenset = frozenset()
    steps: dict = field(default_factory=dict)

    def shown(self):
        return {**self.row, "steps": {str(number): dict(row) for number, row in self.steps.items()}}


@dataclass
class Book:
    orders: dict = field(default_factory=dict)
    notices: dict = field(default_factory=dict)  # id: (data, groups)
    numbers: dict = field(default_factory=dict)
    complete: bool = True
    position: str = ids.NOTHING
    deleted: dict = field(default_factory=dict)  # as an ordered set
    retired: list = field(default_factory=list)  # statuses

    def apply(self, event):
        change = Change(event.groups, event.groups)
        if not ids.is_newer(event.id, self.position):
            return change
        rule = {ORDER: self._order, STEP: self._step, NOTICE: self._notice, NUMBERS: self._numbers,
                "pressboard.retire": self._retire}.get(event.kind)
        if rule:
            rule(event, change)
        self.position = event.id
        return change

    def put(self, message):
        """An `order` message: the row whole."""
        row = {name: value for name, value in message.items()
               if name not in ("type", "id", "src", "steps", "gone") and value not in (None, "")}
        steps = {step["progress_id"]: _shown_step(step) for step in message.get("steps", [])}
        for number in steps:
            self._take_step(number)
        self.orders[row["order_id"]] = Order(row, steps=steps)

    def take(self, order_id):
        return self.orders.pop(order_id, None)

    def home_of(self, progress_id):
        return next((number for number, order in self.orders.items() if progress_id in order.steps),
                    None)

    # --- Orders

    def _order(self, event, change):
        number = event.data["order_id"]
        known = self.orders.get(number)
        if known:
            change.before = change.after = known.groups
        if event.data.get("action") == "deleted":
            if self.take(number):
                self._remember_deleted(number)
        elif known:
            self._update_order(known, event, change)
        else:
            self._add_order(number, event)

    def _add_order(self, number, event):
        order = Order({"order_id": number, "touched": event.id}, event.groups)
        _assign_order(order.row, event, begins=True)
        if _is_update(event) and number not in self.deleted:
            self.complete = False
        self.deleted.pop(number, None)
        self.orders[number] = order

    def _update_order(self, order, event, change):
        before = dict(order.row)
        begins = order.row.pop("stub", False)
        _assign_order(order.row, event, begins)
        if order.row != before:
            order.row["touched"] = event.id
        from_channels = event.source.startswith("channels")
        if not from_channels:
            order.groups = event.groups
        elif order.groups:
            order.groups = order.groups | event.groups if event.groups else frozenset()
        change.after = order.groups

    def _remember_deleted(self, number):
        self.deleted[number] = True
        while len(self.deleted) > DELETED_REMEMBERED:
            self.deleted.pop(next(iter(self.deleted)))

    def _retire(self, event, _change):
        for number in event.data.get("order_ids", []):
            order = self.orders.get(number)
            if order and (order.row.get("status") in FINISHED or not order.row.get("status")):
                self.take(number)
                if not order.row.get("stub"):
                    self.retired.append(order.row.get("status"))

    # --- Steps

    def _step(self, event, change):
        number, step = event.data["order_id"], event.data["progress_id"]
        home = self.home_of(step)
        seen = self.orders.get(number if home is None else home)
        if seen:
            change.before = change.after = seen.groups
        if event.data.get("action") == "deleted":
            self._take_step(step)
            return
        if not self._can_take(number, step):
            change.refused = True
            return
        if number not in self.orders:
            self._add_stub(number, event)
        self._put_step(home, number, step, event, change)

    def _can_take(self, number, step):
        order = self.orders.get(number)
        if not order:
            return number not in self.deleted
        return len(order.steps) < MOST_STEPS or step in order.steps

    def _add_stub(self, number, event):
        row = {"order_id": number, "touched": event.id, "stub": True}
        _set(row, "order_no", _text(event.data.get("order_no"), 200))
        self.orders[number] = Order(row, event.groups)
        self.complete = False

    def _put_step(self, home, number, step, event, change):
        if home is None:
            row = {"progress_id": step, "touched": event.id}
            _assign_step(row, event, begins=True)
        elif home == number:
            row = self.orders[home].steps[step]
            before = dict(row)
            _assign_step(row, event)
            if row != before:
                row["touched"] = event.id
        else:
            row = self._take_step(step)
            row["touched"] = event.id
            _assign_step(row, event)
            change.after = self.orders[number].groups
        self.orders[number].steps[step] = row

    def _take_step(self, step):
        home = self.home_of(step)
        return None if home is None else self.orders[home].steps.pop(step)

    # --- Notices, numbers

    def _notice(self, event, change):
        replaced = self.notices.pop(event.data.get("replaces"), None)
        if replaced:
            change.before = change.after = replaced[1]
        if event.data.get("message") and not event.data.get("test"):
            self.notices[event.id] = (_shown(event.data), change.after)
            self._make_room_for(event.data.get("sender"))

    def _make_room_for(self, sender):
        his = [number for number, (data, _) in self.notices.items() if data.get("sender") == sender]
        if len(his) > 200:
            minor = [number for number in his if not _is_important(self.notices[number][0])]
            del self.notices[(minor or his)[0]]

    def _numbers(self, event, _change):
        if event.groups:
            return
        if not event.data:
            self.numbers = {}
        for name, value in event.data.items():
            if value is None:
                self.numbers.pop(name, None)
            else:
                self.numbers[name] = value


def _assign_order(row, event, begins):
    before = _status_of(row)
    _assign(row, event.data, ORDER_MEMBERS, {"note": 1000}, 200)
    _assign_status_text(row, event.data, ORDER_STATUS, 200)
    custom.assign(row, event.data, custom.OF_ORDERS)
    moment = event.data.get("timestamp") or moment_of_id(event.id)
    if begins or _status_of(row) != before:
        _set(row, "status_since", moment)
        _set(row, "completed_at", moment if row.get("status") == 3 else None)
    if begins and not _is_update(event):
        _set(row, "created_at", moment)


def _assign_step(row, event, begins=False):
    before, start, end = _status_of(row), row.get("start_time"), row.get("end_time")
    _assign(row, event.data, STEP_MEMBERS, {"note": 160}, 64)
    _assign_status_text(row, event.data, STEP_STATUS, 64)
    custom.assign(row, event.data, custom.OF_STEPS)
    is_running, is_finished = row.get("status") == 2, row.get("status") in FINISHED
    began = is_running and row.get("start_time") != start
    ended = is_finished and row.get("end_time") != end
    if begins or _status_of(row) != before or began or ended:
        _set(row, "status_since", _step_moment(row, event, is_running, is_finished))


def _step_moment(row, event, is_running, is_finished):
    if is_running and row.get("start_time") and "start_time" in event.data:
        return row["start_time"]
    if is_finished and row.get("end_time") and "end_time" in event.data:
        return row["end_time"]
    return event.data.get("timestamp") or moment_of_id(event.id)


def _assign(row, data, members, longest, usual):
    for name in members:
        if name in data:
            _set(row, name, _text(data[name], longest.get(name, usual)))


def _assign_status_text(row, data, words, longest):
    if "status" in data or "status_display" in data:
        sent = _text(data.get("status_display"), longest)
        _set(row, "status_display", sent or words.get(row.get("status")))


def _text(value, longest):
    return value[:longest] if isinstance(value, str) else value


def _set(row, name, value):
    if value is None or value == "":
        row.pop(name, None)
    else:
        row[name] = value


def _status_of(row):
    status = row.get("status")
    return status, None if status in ORDER_STATUS else row.get("status_display")


def _is_update(event):
    action = event.data.get("action")
    return action == "updated" or action != "created" and event.data.get("created") is False


def _is_important(data):
    return data.get("type") == "error" or data.get("confirm")


def _shown(data):
    return {name: value for name, value in data.items() if value not in (None, "")}


def _shown_step(step):
    """Without the id of its order, which stands beside it, and is not always repeated."""
    return {name: value for name, value in _shown(step).items() if name != "order_id"}


def shown_board(book, sees=lambda _groups: True, orders=True):
    """What a client whose groups are asked by `sees` has on its board, as plain values."""
    rows = {str(number): order.shown() for number, order in book.orders.items()
            if orders and sees(order.groups)}
    notices = {number: data for number, (data, groups) in book.notices.items() if sees(groups)}
    return {"orders": rows, "notices": notices}


def differences(expected, found, most=6):
    """A few sentences: where two boards differ."""
    sentences = []
    for part in ("orders", "notices"):
        for number in sorted(expected[part].keys() | found[part].keys()):
            sentences += _row_differences(part, number, expected[part].get(number),
                                          found[part].get(number))
    return sentences[:most]


def _row_differences(part, number, expected, found):
    if expected == found:
        return []
    if expected is None or found is None:
        return [f"{part} {number}: " + ("should not be there" if expected is None else "missing")
                + f" ({(found or expected).get('note') or (found or expected).get('touched')})"]
    names = sorted(name for name in expected.keys() | found.keys()
                   if expected.get(name) != found.get(name))
    return [f"{part} {number}.{name}: expected {expected.get(name)!r}, found {found.get(name)!r}"
            for name in names]
