# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A working day at one desk, in minutes: does it need more memory hour by hour, or get slower?"""

import statistics
import sys
import time

from .day import EVENTS_PER_HOUR, HOURS, Day
from .figure import Figure
from .latency import FRAME_MS, latencies, publish_visible, waits
from .program import ACTIVITY, BOARD, CLOSED, NOTICES, PAGES

EVENTS_PER_S = 400
HALF = HOURS // 2
SINGLE_EVENTS = 50  # an hour
WARMING_EVENTS = 3000  # lists that keep the last 500 of something are full then
# What a desk still asks for after the second half of the day, more than after the first: 50,000
# events must not leave 20 bytes each behind.
HEAP_MIB = 1
# While the shop is busy pictures wait, so that painting takes little of a core; after so many seconds
# nothing of that is owed any more.
REST_S = 5
# What the system gave it for that. The allocator keeps pages that are not quite empty, by chance
# some more or less; what would grow with each event shows in the heap long before.
RSS_MIB = 5
# Between the best hours of two halves: what else the machine does makes single hours slow, what grows
# makes all of them slow. An eighth of a frame cannot be seen.
SLOWER_MS = 2


class Hour:
    """What was found at the end of it."""

    def __init__(self, desk):
        self.heap = desk.program.heap()
        self.rss = desk.program.memory()["Rss"]
        self.alone = []  # ms from received to painted, of events that came one by one
        self.busy = []  # the same while the shop's hour was told
        self.cpu = 0  # seconds
        self.seconds = 0


def eight_hours(desk, _options):
    day = Day(desk.shop)
    _warm_up(desk, day)
    before = Hour(desk)
    hours = [_hour(desk, day, number) for number in range(HOURS)]
    yield from _figures(before, hours)


def _warm_up(desk, day):
    """What is made when it is first opened, or kept up to a bound, is not to be taken for growth.
    The measurements before may have left the memory of many books behind, or none."""
    desk.renew_log()
    for page in PAGES:
        desk.program.show(page)
        desk.program.settle()
    for view in (NOTICES, ACTIVITY, CLOSED):
        desk.program.show_notices(view)
    desk.program.show(BOARD)
    _tell(desk, day.hour(0)[:WARMING_EVENTS])
    desk.program.settle()


def _hour(desk, day, number):
    """Each on the next page, with the notices open; then the board alone shows how it is."""
    print(f"hour {number + 1} of {HOURS}", file=sys.stderr, flush=True)
    if number % 2:
        desk.restart_server()
    desk.program.show(number % len(PAGES))
    desk.program.show_notices(ACTIVITY)
    desk.program.settle()
    busy, cpu, seconds = _tell(desk, day.hour(number))
    desk.program.show_notices(CLOSED)  # it hides what is urgent
    desk.program.show(BOARD)
    desk.program.settle()
    time.sleep(REST_S)
    alone, _ = latencies(list(publish_visible(desk, SINGLE_EVENTS)),
                         desk.program.paints())
    desk.program.settle()
    hour = Hour(desk)
    hour.busy, hour.cpu, hour.seconds, hour.alone = busy, cpu, seconds, alone
    return hour


def _tell(desk, lists):
    desk.program.paints()
    cpu, begin = desk.program.cpu(), time.monotonic()
    sent = 0
    for events in lists:
        desk.publish_all(events)
        sent += len(events)
        ahead = sent / EVENTS_PER_S - (time.monotonic() - begin)
        if ahead > 0.01:
            time.sleep(ahead)
    passed = time.monotonic() - begin
    return waits(desk.program.paints()), desk.program.cpu() - cpu, passed


def _figures(before, hours):
    heaps, sets = [hour.heap for hour in hours], [hour.rss for hour in hours]
    yield Figure("eight hours: what the program asked for grows by", _growth(heaps), "MiB", HEAP_MIB,
                 f"second half less first; before {before.heap:.1f}, then {_each(heaps)}")
    yield Figure("… RSS grows by", _growth(sets), "MiB", RSS_MIB,
                 f"second half less first; before {before.rss:.0f}, then {_each(sets)}")
    yield from _alone(hours)
    yield from _busy(hours)


def _alone(hours):
    medians = [statistics.median(hour.alone) for hour in hours]
    worst = [max(hour.alone) for hour in hours]
    yield Figure("… received to painted grows by", min(medians[HALF:]) - min(medians[:HALF]), "ms",
                 SLOWER_MS, f"best hour of each half; medians by hour: {_each(medians)}")
    yield Figure(f"… received to painted, worst of {SINGLE_EVENTS} events, best late hour",
                 min(worst[HALF:]), "ms", FRAME_MS, f"by hour: {_each(worst)}")


def _busy(hours):
    medians = [statistics.median(hour.busy) for hour in hours]
    percents = [100 * hour.cpu / hour.seconds for hour in hours]
    rate = HOURS * EVENTS_PER_HOUR / sum(hour.seconds for hour in hours)
    yield Figure(f"… while {rate:.0f} events/s come, received to painted", statistics.mean(medians),
                 "ms", note=f"medians by hour: {_each(medians)}")
    yield Figure("… and of a core", statistics.mean(percents), "%", note=f"{_each(percents)}")


def _growth(hours):
    return statistics.mean(hours[HALF:]) - statistics.mean(hours[:HALF])


def _each(values):
    return " ".join(f"{value:.1f}" for value in values)
