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
