# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of the log, as it is read."""

import json
from dataclasses import dataclass, field

from truth import reading

ORDER = "order_notification"
STEP = "progress_notification"
NUMBERS = "dashboard_update"
NOTICE = "general_notification"


@dataclass(frozen=True)
class Event:
    id: str
    kind: str
    data: dict  # normalised
    groups: frozenset = frozenset()  # empty: everyone
    source: str = ""
    published: dict = field(default_factory=dict)  # to the letter

    @classmethod
    def from_entry(cls, position, fields):
        """None for an entry that cannot be read."""
        try:
            published = json.loads(fields["data"])
            kind = fields["type"].replace(".", "_") if not is_internal(fields["type"]) \
                else fields["type"]
            groups = frozenset(filter(None, fields.get("groups", "").split(",")))
            return cls(position, kind, reading.normal(kind, published), groups,
                       fields.get("src", ""), published)
        except (KeyError, ValueError):
            return None

    @property
    def tag(self):
        return tag_in(self.published)


def is_internal(kind):
    return kind.startswith("pressboard.")


def tag_in(data):
    """Every event that the harness publishes carries a word of its own, where boards keep it."""
    for name in ("note", "message", "tag", "shift_total", "waste_sheets"):
        if data.get(name):
            return str(data[name])
    return None
