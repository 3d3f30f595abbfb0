#!/usr/bin/python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shakes a whole shop for a while, and judges what everybody saw.

    tests/chaos/run.py [--seed N] [--seconds 20] [--mode strict|lossy|failover|attack] [--bin FOLDER]
                       [--runs N] [--sabotage] [--no-namespaces] [--keep] [--quiet]

strict: Redis keeps what it acknowledged; not one violation is allowed. lossy: it loses its past;
all clients, all servers and a fresh one agree in the end, and the loss was told. failover: a
replica takes over, chosen by real sentinels. attack: raw sockets write what no client should,
best against a server with sanitizers. --sabotage: one client forgets one event in a
thousand, and the run succeeds if the judge notices. Exit: 0 as it must be, 1 not, 2 wrong usage.
"""

import argparse
import asyncio
import pathlib
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from runs import MODES  # noqa: E402
from runs.guarded import guarded  # noqa: E402
from world.binaries import Binaries  # noqa: E402


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--runs", type=int, default=1, help="that many seeds, from --seed on")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--mode", choices=sorted(MODES), default="strict")
    parser.add_argument("--bin", help="a folder; else PRESSBOARD_BIN, or build/ci/bin")
    parser.add_argument("--servers", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.0, help="of events, in 40 a second")
    parser.add_argument("--fault", action="append", help="only these, by a part of their names")
    parser.add_argument("--sabotage", action="store_true")
    parser.add_argument("--no-namespaces", action="store_true")
    parser.add_argument("--keep", action="store_true", help="the folder with all logs")
    parser.add_argument("--quiet", action="store_true", help="the verdict alone")
    chosen = parser.parse_args()
    chosen.seed = random.randrange(10**6) if chosen.seed is None else chosen.seed
    return chosen


async def all_runs(chosen, binaries):
    """1 when one of them was not as it must be."""
    codes = []
    for _ in range(chosen.runs):
        codes.append(await MODES[chosen.mode](chosen, binaries))
        chosen.seed += 1
    if chosen.runs > 1:
        print(f"{codes.count(0)} of {chosen.runs} runs as they must be", flush=True)
    return max(codes)


def main():
    chosen = options()
    binaries = Binaries(chosen.bin)
    if binaries.missing():
        print("not built: " + ", ".join(binaries.missing()), file=sys.stderr)
        return 2
    return asyncio.run(guarded(all_runs(chosen, binaries)))


if __name__ == "__main__":
    sys.exit(main())
