# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop with years behind it: 20,000 orders of 10 steps, one in ten of them open."""

import datetime
import json
import random

ORDERS = 20_000
STEPS = 10
DAY = datetime.timedelta(days=1)
TEXT = "新远东江明晨四北海启绿华文光南丝绸德教育集团酒店管理化妆品医药茶业"
KINDS = "精装书年报画册教师用书折页菜单台历宣传单说明书包装盒"
NAMES = ["调图", "CTP", "切纸", "印刷", "覆膜", "折页", "锁线", "胶包", "打包", "送货"]
WAITING, RUNNING, DONE = 1, 2, 3


class Shop:
    """The same one each time, but for the dates: they are told from today."""

    def __init__(self, seed=1, orders=ORDERS, share_open=0.1):
        self._share_open = share_open
        self._random = random.Random(seed)
        self._now = datetime.datetime.now().replace(microsecond=0)
        self._customers = [self._word(TEXT) for _ in range(2000)]
        self._products = [self._word(KINDS) for _ in range(500)]
        self._operators = [f"{self._random.choice('王李张刘陈杨')}师傅{number}" for number in range(60)]
        self.orders = [self._order(order_id) for order_id in range(1, orders + 1)]
        self._last_id = orders
        self._open = [order for order in self.orders if order["status"] == 2]
        self._closed = [order for order in self.orders if order["status"] == 3]

    def write(self, path):
        """As `pressboardctl import` takes it."""
        with open(path, "w", encoding="utf-8") as file:
            for order in self.orders:
                file.write(json.dumps(order, ensure_ascii=False) + "\n")

    def update(self):
        """What a CRM says while people work: mostly a step that begins or ends, or gets another
        operator; now and then an order gets another date, or an old one is saved again."""
        dice = self._random.random()
        if dice < 0.85:
            return self._step_update(self._random.choice(self._open))
        if dice < 0.95:
            return self._order_update(self._random.choice(self._open))
        return self._order_update(self._random.choice(self._closed or self._open))

    def visible_update(self, number):
        """Of an order that stands on top of the board's lists, being the latest due."""
        order = min(self._open, key=lambda one: (one["delivery_date"], one["order_no"]))
        order["customer_name"] = f"客户{number}"
        return "order_notification", {
            "order_id": order["order_id"], "customer_name": order["customer_name"],
            "action": "updated", "created": False}

    def arrival(self):
        """A new order, and its steps."""
        self._last_id += 1
        order = self._order(self._last_id, is_open=True)
        order |= {"status": 2, "steps": [self._untouched(step) for step in order["steps"]]}
        self.orders.append(order)
        self._open.append(order)
        created = {"action": "created", "created": True}
        fields = {key: value for key, value in order.items() if key != "steps"}
        return [("order_notification", {**fields, **created})] + [
            ("progress_notification",
             {**step, "order_id": order["order_id"], "order_no": order["order_no"], **created})
            for step in order["steps"]]

    def completion(self):
        """All that is left of an order is done; then the order is."""
        order = self._open.pop(self._random.randrange(len(self._open)))
        self._closed.append(order)
        order["status"] = 3
        of_order = {"order_id": order["order_id"], "order_no": order["order_no"],
                    "action": "updated", "created": False}
        events = []
        for step in order["steps"]:
            if step["status"] != DONE:
                step["status"] = DONE
                events.append(("progress_notification", {**step, **of_order}))
        return events + [("order_notification", {**of_order, "status": 3})]

    def retirement(self):
        """What the server says of an order that was finished long ago."""
        order = self._closed.pop(0)
        self.orders.remove(order)
        return "pressboard.retire", {"order_ids": [order["order_id"]]}

    def searches(self):
        """What people look for: numbers, bar codes, names, and nothing."""
        texts = []
        for order in self._random.sample(self.orders, 8):
            texts += [order["order_no"], order["work_order_no"], order["customer_name"],
                      order["customer_name"][:2] + " " + order["product_name"][:2], "nothing"]
        return texts

    def scans(self, count):
        """Codes on job tickets, of orders in work and of old ones."""
        return [order["work_order_no"] for order in self._random.sample(self.orders, count)]

    def _step_update(self, order):
        step = self._random.choice(order["steps"])
        step["status"] = step["status"] % 3 + 1
        step["operator"] = self._random.choice(self._operators)
        return "progress_notification", {
            **step, "order_id": order["order_id"], "order_no": order["order_no"],
            "action": "updated", "created": False}

    def _order_update(self, order):
        order["note"] = f"备注{self._random.randrange(1000)}"
        day = datetime.date.fromisoformat(order["delivery_date"])
        order["delivery_date"] = str(day + self._random.choice((-1, 1)) * DAY)
        fields = {key: value for key, value in order.items() if key != "steps"}
        return "order_notification", {**fields, "action": "updated", "created": False}

    @staticmethod
    def _untouched(step):
        kept = ("progress_id", "step_name", "step_order", "step_category")
        return {key: step[key] for key in kept} | {"status": WAITING}

    def _word(self, letters):
        return "".join(self._random.choices(letters, k=self._random.randrange(4, 9)))

    def _order(self, order_id, is_open=None):
        rng = self._random
        if is_open is None:
            is_open = rng.random() < self._share_open
        made = self._now - DAY * rng.randrange(1, 20 if is_open else 700)
        status = (1 if rng.random() < 0.3 else 2) if is_open else 3
        finished = STEPS if not is_open else 0 if status == 1 else rng.randrange(STEPS)
        due = self._now + DAY * (rng.randrange(30) - 3) if is_open else made + 14 * DAY
        return {
            "order_id": order_id, "order_no": f"PO{made:%Y%m%d}{order_id % 1000:03d}",
            "work_order_no": f"SG{26_000_000 + order_id}", "status": status,
            "customer_name": rng.choice(self._customers), "product_name": rng.choice(self._products),
            "print_type": rng.choice(("cover", "content", "cover_content")),
            "quantity": 100 * rng.randrange(1, 101), "unit": "册",
            "order_date": made.isoformat(), "delivery_date": str(due.date()),
            "salesman": rng.choice(self._operators),
            "steps": [self._step(order_id, place, made, finished) for place in range(STEPS)]}

    def _step(self, order_id, place, made, finished):
        step = {"progress_id": order_id * 100 + place, "step_name": NAMES[place],
                "step_order": place, "step_category": "content" if place % 3 else "cover",
                "status": DONE if place < finished else WAITING}
        if place < finished:
            begun = made + datetime.timedelta(hours=20 * place)
            step |= {"operator": self._random.choice(self._operators),
                     "start_time": begun.isoformat(),
                     "end_time": (begun + datetime.timedelta(hours=3)).isoformat()}
        elif place == finished and finished > 0 and self._random.random() < 0.5:
            step |= {"status": RUNNING, "operator": self._random.choice(self._operators),
                     "start_time": self._now.isoformat()}
        return step
