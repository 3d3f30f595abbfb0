# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line."""

import argparse

from .scenarios import SCENARIOS


def parse(arguments, known_peers):
    parser = argparse.ArgumentParser(
        prog="tests/bench/run.sh",
        description="Measures pressboard-server and its peers on this machine, over loopback.")
    parser.add_argument("--scenario", action="append", choices=list(SCENARIOS), metavar="NAME",
                        help="one of " + ", ".join(SCENARIOS) + "; may be repeated (default: all)")
    parser.add_argument("--peer", action="append", choices=known_peers, metavar="NAME",
                        help="one of " + ", ".join(known_peers)
                        + "; may be repeated (default: whom the scenario is for)")
    parser.add_argument("--quick", action="store_true",
                        help="shorter, one run of each: three minutes at most")
    parser.add_argument("--runs", type=int, help="of each measurement (default: 3; 1 with --quick)")
    parser.add_argument("--seconds", type=float, help="how long steady load and rest take")
    parser.add_argument("--clients", type=int, help="instead of a scenario's own numbers of clients")
    options = parser.parse_args(arguments)
    options.scenario = options.scenario or list(SCENARIOS)
    options.runs = options.runs or (1 if options.quick else 3)
    return options
