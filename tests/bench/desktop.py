#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the desktop program. tests/bench/client.sh builds what it needs and starts it."""

import argparse
import datetime
import json
import pathlib
import sys
import tempfile

from conductor.desktop.desk import Desk
from conductor.desktop.figure import table
from conductor.desktop.measurements import ALL, LONG
from conductor.machine import this_machine

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "bench"


def parse(arguments):
    parser = argparse.ArgumentParser(prog="tests/bench/client.sh", description=__doc__)
    parser.add_argument("--only", action="append", choices=list(ALL), metavar="NAME",
                        help="one of " + ", ".join(ALL) + "; may be repeated (default: all"
                             " but " + ", ".join(LONG) + ")")
    parser.add_argument("--seconds", type=float, default=60, help="how long updates last (60)")
    parser.add_argument("--quick", action="store_true", help="fewer events, ten seconds of updates")
    parser.add_argument("--long", action="store_true", help="also a day of eight hours")
    options = parser.parse_args(arguments)
    if options.quick:
        options.seconds = min(options.seconds, 10)
    return options


def is_wanted(name, options):
    if name == "first_start" or name in (options.only or []):
        return True
    return options.long if name in LONG else not options.only


def measure(desk, options):
    desk.open()
    for name, act in ALL.items():
        if not is_wanted(name, options):
            continue
        print(f"{name} …", file=sys.stderr, flush=True)
        for figure in act(desk, options):
            print(figure.row(), flush=True)
            yield figure


def main():
    options = parse(sys.argv[1:])
    machine = this_machine(ROOT)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        desk = Desk(machine, pathlib.Path(folder))
        try:
            figures = list(measure(desk, options))
        finally:
            desk.close()
    write(figures, " ".join(["tests/bench/client.sh", *sys.argv[1:]]), machine)
    return 0 if all(figure.holds for figure in figures) else 1


def write(figures, command, machine):
    date = datetime.date.today().isoformat()
    text = (f"`{command}`, {date}, {machine.describe_desk()}\n\n" + table(figures))
    print("\n" + text)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "desktop.md").write_text(text)
    (OUT / "desktop.json").write_text(json.dumps(
        {"command": command, "date": date, "machine": machine.describe_desk(),
         "figures": [{**vars(figure), "holds": figure.holds} for figure in figures]},
        indent=1, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
