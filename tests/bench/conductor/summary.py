# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that README shows: every server in a row, and what only ours is asked."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Line:
    """One figure of one variant of a scenario, whose label ends so."""

    scenario: str
    ending: str
    key: str
    heading: str
    digits: int

    def of(self, measurements):
        """{peer: (median, the part of the load it was measured at)}"""
        for measurement in measurements:
            if (measurement["scenario"] == self.scenario
                    and measurement["variant"].endswith(self.ending)):
                return {peer: (result["figures"][self.key]["median"], result["slow_down"])
                        for peer, result in measurement["peers"].items()
                        if self.key in result.get("figures", {})}
        return {}


COMPARED = [
    Line("steady", "1000 clients", "cpu_us_per_event", "steady, 1,000 clients: CPU µs/event", 1),
    Line("steady", "5000 clients", "cpu_us_per_event", "steady, 5,000 clients: CPU µs/event", 1),
    Line("steady", "1000 clients", "p99_ms", "steady, 1,000 clients: p99 ms", 1),
    Line("steady", "5000 clients", "p99_ms", "steady, 5,000 clients: p99 ms", 1),
    Line("burst", "", "deliveries_per_s", "burst: deliveries/s", 0),
    Line("flood", "", "deliveries_per_s", "flood: deliveries/s", 0),
    Line("idle", "WebSocket's each 10 s", "cpu_percent", "idle, a ping each 10 s: % of a core", 2),
    Line("idle", "WebSocket's each 10 s", "kib_per_session", "KiB/session", 1),
]

OURS_ALONE = [
    Line("idle", "pings each 30 s", "cpu_percent",
         "10,000 clients that ping each 30 s: % of a core", 2),
    Line("idle", "pings each 3 s", "cpu_percent",
         "1,000 desks that ping each 3 s: % of a core", 2),
    Line("slow", " 0 of them slow, 30 events/s", "p99_ms",
         "1,000 clients, 30 events/s: p99 ms", 1),
    Line("slow", " 10 of them slow, 30 events/s", "p99_ms",
         "the others' p99 when 10 of them read 1 KB/s: ms", 1),
    Line("slow", " 10 of them slow, 1,000 events/s", "p99_ms",
         "the same at 1,000 events/s: p99 ms", 1),
    Line("storm", "resume", "live_s", "10,000 clients resume after a restart: all live in s", 2),
    Line("storm", "snapshots of 2,000 orders", "live_s",
         "10,000 clients fetch 2,000 orders: all live in s", 2),
    Line("storm", "with 10 steps", "live_s",
         "2,000 clients fetch 2,000 orders of 10 steps: all live in s", 2),
    Line("ingest", "", "read_per_s", "the log is read at: events/s", 0),
    Line("ingest", "", "core_per_s", "the same with the checkpoint: events per s of CPU", 0),
    Line("memory", "1,000,000 events", "q4_mib", "memory after 1,000,000 events: MiB", 1),
    Line("memory", "1,000,000 events", "growth_kib", "its growth in the second half: KiB", 0),
]


def summary(measurements):
    """Markdown; empty when nothing of it was measured."""
    return "\n".join(filter(None, [_compared(measurements), _alone(measurements)]))


def _compared(measurements):
    columns = [(line, figures) for line in COMPARED if (figures := line.of(measurements))]
    if not columns:
        return ""
    peers = list(dict.fromkeys(peer for _, figures in columns for peer in figures))
    rows = ["| server | " + " | ".join(line.heading for line, _ in columns) + " |",
            "|---|" + "---|" * len(columns)]
    for peer in peers:
        cells = [_cell(peer, line, figures) for line, figures in columns]
        rows.append(f"| {peer} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _alone(measurements):
    lines = [(line, figures) for line in OURS_ALONE
             if "pressboard" in (figures := line.of(measurements))]
    if not lines:
        return ""
    rows = ["| what only ours is asked | pressboard | floor |", "|---|---|---|"]
    rows += [f"| {line.heading} | {_cell('pressboard', line, figures)} "
             f"| {_cell('floor', line, figures)} |" for line, figures in lines]
    return "\n".join(rows) + "\n"


def _cell(peer, line, figures):
    if peer not in figures:
        return "–"
    value, slow_down = figures[peer]
    text = f"{value:,.{line.digits}f}" + (f" at 1/{slow_down}" if slow_down > 1 else "")
    floor = figures.get("floor", (0, 1))[0] if slow_down == 1 or _compares_lighter(line) else 0
    return text + (f" ({value / floor:.2f}×)" if floor and peer != "floor" else "")


def _compares_lighter(line):
    """Whether it says something beside the floor's at a lighter load, too."""
    return line.key != "deliveries_per_s"
