# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what was published as PROTOCOL.md, section 5, says: as much of it as load/ ever writes."""

import datetime
import re

from truth import fields

ORDER_STATUS = {1: "待处理", 2: "处理中", 3: "已完成", 4: "已取消"}
STEP_STATUS = {1: "待开始", 2: "进行中", 3: "已完成", 4: "已跳过"}
_ORDER_WORDS = {"pending": 1, "new": 1, "processing": 2, "in_progress": 2, "printing": 2,
                "completed": 3, "done": 3, "finished": 3, "cancelled": 4, "canceled": 4}
_STEP_WORDS = {"waiting": 1, "in_progress": 2, "completed": 3, "done": 3, "skipped": 4}
_INTEGERS = {"quantity", "step_order"}
_MOMENTS = {"timestamp", "order_date", "start_time", "end_time", "expires"}
_IDS = {"order_id", "progress_id"}
_CANONICAL = re.compile(r"(0|-?[1-9][0-9]{0,15})")


def crm_id(value):
    """A digit string in canonical form is the number; every other text is itself."""
    if isinstance(value, str) and _CANONICAL.fullmatch(value) and abs(int(value)) < 2**53:
        return int(value)
    return value


def moment_text(moment):
    text = moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    thousandths = moment.microsecond // 1000
    return f"{text}.{thousandths:03}Z" if thousandths else f"{text}Z"


def moment_of_id(position):
    thousandths = int(position.split("-")[0])
    moment = datetime.datetime.fromtimestamp(thousandths // 1000, datetime.timezone.utc)
    return moment_text(moment.replace(microsecond=thousandths % 1000 * 1000))


def _moment(value):
    return moment_text(datetime.datetime.fromisoformat(value.replace("Z", "+00:00")))


def _integer(value):
    return int(value.replace(",", "")) if isinstance(value, str) else value


def _status(value, words):
    if isinstance(value, int):
        return value
    return int(value) if value.isdigit() else words[value.lower()]


def normal(kind, data):
    """The data as v1 clients get it; "" and None are both None, for they mean the same."""
    if kind not in ("order_notification", "progress_notification", "general_notification"):
        return dict(data)
    return {name: _normal(kind, name, value) for name, value in data.items()
            if not _is_left_out(kind, name, value)}


def _own_fields(kind):
    return {"order_notification": fields.OF_ORDERS,
            "progress_notification": fields.OF_STEPS}.get(kind, {})


def _is_left_out(kind, name, value):
    own = _own_fields(kind).get(name)
    return bool(own and value) and fields.read(own, value) is None


def _normal(kind, name, value):
    if value is None or value == "":
        return None
    if name in _IDS:
        return crm_id(value)
    if name in _INTEGERS:
        return _integer(value)
    if name in _MOMENTS:
        return _moment(value)
    if name == "status":
        return _status(value, _ORDER_WORDS if kind == "order_notification" else _STEP_WORDS)
    if name in _own_fields(kind):
        return fields.read(_own_fields(kind)[name], value)
    return value
