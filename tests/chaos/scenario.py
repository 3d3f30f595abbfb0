#!/usr/bin/python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the scripted scenarios, each with its seconds until the boards say so.

    tests/chaos/scenario.py [--bin FOLDER] [--keep] [--long] [NUMBER …]

Without numbers, all of them. With --long only where PRESSBOARD_LONG_TESTS is set, as ctest wants it.
Exit: 0 all as it must be, 1 not, 2 wrong usage, 77 passed over.
"""

import argparse
import asyncio
import os
import pathlib
import sys

if "--long" in sys.argv and not os.environ.get("PRESSBOARD_LONG_TESTS"):
    sys.exit(77)  # before anything is imported that only the long tests need

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from runs.guarded import guarded  # noqa: E402
from scenarios import all_scenarios  # noqa: E402
from scenarios.stage import Stage  # noqa: E402
from world.binaries import Binaries  # noqa: E402


def say(line):
    print(line, flush=True)


async def play_all(chosen, binaries, keeps):
    failures = []
    for number, scenario in chosen.items():
        stage = Stage(binaries, say, keeps=keeps)
        say(f"{number} {scenario.TITLE}")
        await scenario.play(stage)
        failures += [f"{number}: {sentence}" for sentence in stage.failures]
    say(f"{len(chosen)} scenarios, {len(failures)} things not as they must be")
    for failure in failures:
        say(f"  {failure}")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--keep", action="store_true", help="the folders with all logs")
    parser.add_argument("numbers", nargs="*")
    options = parser.parse_args()
    binaries, known = Binaries(options.bin), all_scenarios()
    wanted = [f"{int(number):02}" for number in options.numbers] or list(known)
    if binaries.missing() or not set(wanted) <= known.keys():
        print("not built, or no such scenario: " + ", ".join(binaries.missing() + wanted),
              file=sys.stderr)
        return 2
    chosen = {number: known[number] for number in wanted}
    return asyncio.run(guarded(play_all(chosen, binaries, options.keep)))


if __name__ == "__main__":
    sys.exit(main())
