# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured at a desk. Each yields its figures."""

import time

from .desk import Desk
from .eight_hours import eight_hours
from .figure import Figure, quantile
from .latency import FRAME_MS, latencies, publish_visible, waits
from .program import BOARD, CHARTS, ORDERS, PAGES, TODAY
from .shop import NAMES, Shop

STARTS = 7
SNAPSHOTS = 3
UPDATES_PER_S = 200
TURN_MS = 50
HALL_ORDERS = 400
HALL_UPDATES_PER_S = 20


def first_start(desk, _options):
    """No cache yet: the whole board comes over the network."""
    program = desk.start()
    program.settle()
    turns = program.turns()
    yield Figure("first start: longest turn of the loop", turns["longest_ms"], "ms",
                 note="without a cache; the program's own start included")
    program.resize(*desk.SIZE)


def snapshot(desk, _options):
    """The board is replaced whole while somebody looks at it."""
    for page, name in PAGES.items():
        desk.program.show(page)
        desk.program.settle()
        worst = max((_one_snapshot(desk) for _ in range(SNAPSHOTS)),
                    key=lambda turns: turns["longest_ms"])
        yield Figure(f"snapshot with {name} in front: longest turn of the loop",
                     worst["longest_ms"], "ms", TURN_MS,
                     f"worst of {SNAPSHOTS}; by CPU {worst['longest_cpu_ms']:.0f} ms")
    mib = desk.program.memory()
    yield Figure("memory after all these snapshots: RSS", mib["Rss"], "MiB",
                 note=f"PSS {mib['Pss']:.0f} MiB")


def _one_snapshot(desk):
    desk.program.turns()
    desk.renew_log()
    desk.await_log()
    time.sleep(1)
    desk.program.settle()
    return desk.program.turns()


def memory(desk, _options):
    """After everything was opened and searched once."""
    for page in PAGES:
        desk.program.show(page)
        desk.program.settle()
    mib = desk.program.memory()
    yield Figure("memory, all pages opened: RSS", mib["Rss"], "MiB", 150, f"PSS {mib['Pss']:.0f} MiB")


def search(desk, _options):
    desk.program.show(ORDERS)
    desk.program.settle()
    took = [ms for text in desk.shop.searches() for ms in desk.program.type(text + "/", 20)]
    yield Figure("search: letter to painted result, p99", quantile(took, 0.99), "ms", 16,
                 f"{len(took)} letters; p50 {quantile(took, 0.5):.1f}, most {max(took):.1f} ms")
    desk.program.show(BOARD)


def scan(desk, options):
    """Job tickets before a scanner, with a card that stands there already and without."""
    desk.program.show(BOARD)
    desk.program.settle()
    keyboard = desk.keyboard()
    took = []
    for code in desk.shop.scans(20 if options.quick else 200):
        took.append(desk.program.scan(keyboard, code))
        time.sleep(0.1)  # a hand takes the next one
    keyboard.escape()  # the card goes
    keyboard.close()
    yield Figure("scan: its Enter to the painted card, p99", quantile(took, 0.99), "ms", 16,
                 f"{len(took)} scans; p50 {quantile(took, 0.5):.1f}, most {max(took):.1f} ms; "
                 f"the first one makes the window")


def event(desk, options):
    """One event at a time, of an order in sight."""
    for page in (BOARD, ORDERS):
        desk.program.show(page)
        desk.program.settle()
        published = list(publish_visible(desk, 50 if options.quick else 150))
        local, whole = latencies(published, desk.program.paints())
        yield Figure(f"event received to painted, {PAGES[page]} in front, p99",
                     quantile(local, 0.99), "ms", FRAME_MS,
                     f"{len(local)} events; p50 {quantile(local, 0.5):.1f} ms; "
                     f"published to painted p99 {quantile(whole, 0.99):.1f} ms")


def updates(desk, options):
    """The lists and cards of the board, the charts, then what must go out, while the shop is busy."""
    for page in (BOARD, CHARTS, TODAY):
        desk.program.show(page)
        desk.program.settle()
        yield from _updates_before(desk, page, options.seconds)


def modes(desk, options):
    """A hall with 400 orders in work: the wall and the station, which never rest."""
    desk.program.quit()
    hall = Desk(desk.machine, desk.workdir / "hall", Shop(orders=HALL_ORDERS, share_open=1))
    (hall.workdir / "home").mkdir(parents=True, mode=0o700)
    (hall.workdir / "home" / "pressboard.ini").write_text(f"[station]\nsteps={NAMES[4]}\n")
    try:
        hall.open()
        for mode in ("--station", "--kiosk"):
            hall.start(mode).settle()
            percent, sent = _busy(hall, options.seconds, HALL_UPDATES_PER_S)
            yield Figure(f"{HALL_UPDATES_PER_S} updates/s for {options.seconds:g} s, "
                         f"{HALL_ORDERS} orders, {mode[2:]}", percent, "% of a core", 8,
                         f"{sent} updates")
            hall.program.quit()
    finally:
        hall.close()
    desk.start().await_rows()
    desk.program.settle()


def _busy(desk, seconds, updates_per_s):
    """Publishes; the share of a core in percent that the program took, and how many there were."""
    cpu, begin = desk.program.cpu(), time.monotonic()
    sent = 0
    while (passed := time.monotonic() - begin) < seconds:
        due = int(passed * updates_per_s) + 1 - sent
        for _ in range(due):
            desk.publish(desk.shop.update())
        sent += due
        time.sleep(0.002)
    return 100 * (desk.program.cpu() - cpu) / (time.monotonic() - begin), sent


def _updates_before(desk, page, seconds):
    desk.program.turns()
    desk.program.paints()
    percent, sent = _busy(desk, seconds, UPDATES_PER_S)
    waited = waits(desk.program.paints())
    name = PAGES[page]
    yield Figure(f"{UPDATES_PER_S} updates/s for {seconds:g} s, {name} in front", percent,
                 "% of a core", 10, f"{sent} updates")
    yield Figure(f"… received to painted, {name} in front, p99", quantile(waited, 0.99), "ms",
                 note=f"{len(waited)} pictures; p50 {quantile(waited, 0.5):.1f} ms")
    yield Figure(f"… longest turn of the loop, {name} in front",
                 desk.program.turns()["longest_ms"], "ms")


def start(desk, _options):
    """Again and again, from the cache that the run before left."""
    desk.program.show(BOARD)
    desk.program.quit()
    took = []
    for _ in range(STARTS):
        program = desk.start()
        took.append(program.await_rows() * 1000)
        program.settle()
        program.quit()
    yield Figure("start to first picture with rows, from the cache", quantile(took, 0.5), "ms", 300,
                 f"median of {STARTS}; least {min(took):.0f}, most {max(took):.0f} ms")


ALL = {act.__name__: act for act in (
    first_start, memory, event, search, scan, snapshot, updates, modes, eight_hours, start)}
LONG = {"eight_hours"}  # only when they are asked for
