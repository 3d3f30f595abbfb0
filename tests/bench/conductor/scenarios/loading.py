# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all scenarios that publish have in common."""

import time

SETTLE_SECONDS = 0.5


class Incomplete(Exception):
    """The peer did not bring every event to every client, once and in order."""


def load(context, count, rate, patience):
    """Publishes; returns the swarm's report with the server's CPU seconds over just that time."""
    time.sleep(SETTLE_SECONDS)
    before = context.peer.cpu_seconds()
    helpers_before = context.peer.helper_cpu_seconds()
    report = context.swarm.ask("load", patience + 60, count=count, rate=rate, timeout=patience)
    report["cpu_seconds"] = context.peer.cpu_seconds() - before
    report["helper_cpu_seconds"] = {
        name: seconds - helpers_before[name]
        for name, seconds in context.peer.helper_cpu_seconds().items()}
    _insist_on_everything(report)
    return report


def _insist_on_everything(report):
    expected = report["clients"] - report["slow_clients"]
    faults = [f"{report[key]} {key}" for key in ("duplicates", "lost", "cuts") if report[key]]
    if report["error"]:
        faults.append(report["error"])
    if report["complete"] != expected:
        faults.append(f"{report['complete']} of {expected} clients have all, "
                      f"{report['delivered']} of {expected * report['published']} delivered")
    if faults:
        raise Incomplete(", ".join(faults))


def figures(report):
    """Of a load, per delivered event where that makes sense."""
    helpers = sum(report["helper_cpu_seconds"].values())
    return {
        "cpu_us_per_event": report["cpu_seconds"] / report["delivered"] * 1e6,
        "helper_cpu_us_per_event": helpers / report["delivered"] * 1e6,
        "deliveries_per_s": report["delivered"] / report["delivery_seconds"],
        "publish_seconds": report["publish_seconds"],
        **report["latency"],
    }
