#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether each desk of follow.py got every event once and in order, over a restart of the server.

    judge.py RESULT.json LOG.txt

LOG.txt has the ids of the log's events, one a line. A desk's events must be an unbroken run of them,
up to the last; and it must have come back by resuming, at least once.
"""
import json
import sys


def complaint(desk, log):
    events = desk["events"]
    if not events:
        return "got nothing"
    start = log.index(events[0]) if events[0] in log else len(log)
    if events != log[start:]:
        return f"got {len(events)} events, the log has {len(log) - start} from {events[0]} on"
    if "resume" not in desk["modes"][1:]:
        return f"never resumed: {desk['modes']}"
    return None


def main(result, log):
    with open(result, encoding="utf-8") as file:
        desks = json.load(file)
    with open(log, encoding="utf-8") as file:
        ids = file.read().split()
    complaints = [f"desk {i}: {c}" for i, desk in enumerate(desks) if (c := complaint(desk, ids))]
    print("\n".join(complaints) or f"{len(desks)} desks, {len(ids)} events: all, once, in order")
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
