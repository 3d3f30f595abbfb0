# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop's own fields (PROTOCOL.md, 5.6): what the servers are told, and what is folded by it."""

import re

OF_ORDERS = {"paper": "text", "weight": "number", "drawing": "link"}
OF_STEPS = {"plate": "text"}


def settings():
    """As the servers' file has them."""
    return "".join(f'[[fields]]\nname = "{name}"\ntype = "{kind}"\nof = "{of}"\n'
                   for of, fields in (("order", OF_ORDERS), ("step", OF_STEPS))
                   for name, kind in fields.items())


def read(kind, value):
    """What clients get; nothing for what cannot be read, as far as load/ writes any of it."""
    if kind == "number":
        return float(value.replace(",", "")) if isinstance(value, str) else value
    if kind == "link" and not re.match(r"https?://[^/]", value):
        return None
    return value


def assign(row, data, fields):
    """Partial, as all members are; in the row they stand together."""
    kept = dict(row.get("fields", {}))
    for name in fields.keys() & data.keys():
        if data[name] in (None, ""):
            kept.pop(name, None)
        else:
            kept[name] = data[name]
    if kept:
        row["fields"] = kept
    else:
        row.pop("fields", None)
