# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures as tables for people, with ratios, and as JSON."""


def table(scenario, label, results):
    """Markdown; each figure's median, its range when there were more runs, its ratio to the floor."""
    floor = results.get("floor", {}).get("figures", {})
    lines = [f"**{scenario.title}** ({label})", "",
             "| server | " + " | ".join(column.heading for column in scenario.columns) + " |",
             "|---|" + "---|" * len(scenario.columns)]
    for peer, result in results.items():
        lines.append(_row(scenario, peer, result, floor))
    return "\n".join(lines) + "\n"


def _row(scenario, peer, result, floor):
    if "failure" in result:
        return f"| {peer} | " + result["failure"].replace("|", "/").replace("\n", " ") + " |"
    cells = [_cell(column, result["figures"], floor) for column in scenario.columns]
    mark = f" (at 1/{result['slow_down']} of the load)" if result["slow_down"] > 1 else ""
    return f"| {peer}{mark} | " + " | ".join(cells) + " |"


def _cell(column, figures, floor):
    figure = figures.get(column.key)
    if figure is None:
        return ""
    text = f"{figure['median']:,.{column.digits}f}"
    if figure["min"] != figure["max"]:
        text += f" ({figure['min']:,.{column.digits}f}–{figure['max']:,.{column.digits}f})"
    base = floor.get(column.key, {}).get("median") if column.has_ratio else None
    return text + (f" = {figure['median'] / base:.2f}×" if base else "")


def add_ratios(results):
    """To each figure its ratio to the same figure of every other peer, by their medians."""
    for peer, result in results.items():
        for key, figure in result.get("figures", {}).items():
            figure["ratio_to"] = {
                other: figure["median"] / base
                for other, theirs in results.items()
                if other != peer and (base := theirs.get("figures", {}).get(key, {}).get("median"))}


SUMMARY = [  # scenario, the beginning of the variant's label, figure, heading, digits
    ("steady", "1000 clients", "cpu_us_per_event", "steady, 1,000 clients: CPU µs/event", 1),
    ("steady", "5000 clients", "cpu_us_per_event", "steady, 5,000 clients: CPU µs/event", 1),
    ("steady", "1000 clients", "p99_ms", "steady, 1,000 clients: p99 ms", 1),
    ("steady", "5000 clients", "p99_ms", "steady, 5,000 clients: p99 ms", 1),
    ("burst", "", "deliveries_per_s", "burst: deliveries/s", 0),
    ("flood", "", "deliveries_per_s", "flood: deliveries/s", 0),
    ("idle", "", "cpu_percent", "idle: % of a core", 2),
    ("idle", "", "kib_per_session", "idle: KiB/session", 1),
]


def summary(measurements):
    """One row a server, for the README; empty when nothing of it was measured."""
    columns = [(heading, _figures(measurements, scenario, label, key), digits,
                key != "deliveries_per_s")
               for scenario, label, key, heading, digits in SUMMARY]
    columns = [column for column in columns if column[1]]  # what was measured
    peers = list(dict.fromkeys(peer for _, figures, *_ in columns for peer in figures))
    lines = ["| server | " + " | ".join(heading for heading, *_ in columns) + " |",
             "|---|" + "---|" * len(columns)]
    for peer in peers:
        cells = [_short(peer, *column[1:]) for column in columns]
        lines.append(f"| {peer} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n" if columns else ""


def _figures(measurements, scenario, label, key):
    for measurement in measurements:
        if measurement["scenario"] == scenario and measurement["variant"].startswith(label):
            return {peer: (result["figures"][key]["median"], result["slow_down"])
                    for peer, result in measurement["peers"].items()
                    if key in result.get("figures", {})}
    return {}


def _short(peer, figures, digits, compares_lighter):
    """`compares_lighter`: the figure says something beside the floor's at a lighter load, too."""
    if peer not in figures:
        return "–"
    value, slow_down = figures[peer]
    text = f"{value:,.{digits}f}" + (f" at 1/{slow_down}" if slow_down > 1 else "")
    floor = figures.get("floor", (0, 1))[0] if slow_down == 1 or compares_lighter else 0
    return text + (f" ({value / floor:.2f}×)" if floor and peer != "floor" else "")
