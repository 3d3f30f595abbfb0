#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark. tests/bench/run.sh builds what it needs and starts it."""

import datetime
import json
import pathlib
import sys

from conductor import options, report
from conductor.budget import FULL_SECONDS, QUICK_SECONDS, Budget
from conductor.machine import this_machine
from conductor.measuring import Measurement
from conductor.scenarios import SCENARIOS
from conductor.summary import summary

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "bench"


def known_peers():
    folders = sorted(start.parent.name for start in (ROOT / "tests/bench/peers").glob("*/start"))
    return ["floor", "pressboard"] + [name for name in folders if name != "floor"]


def peers_of(scenario, parameters, choice):
    wanted = choice.peer or (scenario.in_quick if choice.quick else ()) or known_peers()
    suited = parameters.get("peers") or scenario.peers or wanted
    return [peer for peer in wanted if peer in suited]


def measure_all(scenario, label, parameters, machine, choice, budget):
    """In rounds, one run of each peer: what else the machine does meanwhile hits all alike."""
    wanted = min(choice.runs, scenario.most_runs)
    all_peers = {peer: Measurement(scenario, parameters, peer, machine)
                 for peer in peers_of(scenario, parameters, choice)}
    while pending := [one for one in all_peers.values() if one.wants(budget.runs(wanted))]:
        for measurement in (one for one in pending if one.wants(budget.runs(wanted))):
            print(f"[{budget.spent():4.0f} s] {scenario.name}, {label}: "
                  f"{measurement.peer_name} …", file=sys.stderr, flush=True)
            measurement.run()
    return {peer: measurement.result() for peer, measurement in all_peers.items()}


def run_scenario(scenario, machine, choice, budget):
    for label, parameters in scenario.variants(choice).items():
        results = measure_all(scenario, label, parameters, machine, choice, budget)
        report.add_ratios(results)
        text = report.table(scenario, label, results)
        print(text, flush=True)
        yield text, {"scenario": scenario.name, "variant": label, "parameters": parameters,
                     "peers": results}


def main():
    choice = options.parse(sys.argv[1:], known_peers())
    machine = this_machine(ROOT)
    budget = Budget(QUICK_SECONDS if choice.quick else FULL_SECONDS)
    date = datetime.date.today().isoformat()
    command = " ".join(["tests/bench/run.sh", *sys.argv[1:]])
    head = (f"`{command}`, {date}, on {machine.describe()}. "
            f"Medians of {choice.runs} runs (least–most); "
            "× is the ratio to the floor.\n")
    print(head, flush=True)
    texts, measurements = [head], []
    for name in choice.scenario:
        for text, measurement in run_scenario(SCENARIOS[name], machine, choice, budget):
            texts.append(text)
            measurements.append(measurement)
    texts.insert(1, summary(measurements))
    print(texts[1])
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "report.md").write_text("\n".join(texts))
    (OUT / "report.json").write_text(json.dumps(
        {"command": command, "date": date, "machine": machine.describe(), "runs": choice.runs,
         "measurements": measurements}, indent=1, ensure_ascii=False))
    print(f"{budget.spent():.0f} s. Written: build/bench/report.md, build/bench/report.json")


if __name__ == "__main__":
    main()
