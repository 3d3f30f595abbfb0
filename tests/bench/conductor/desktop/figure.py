# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One row of the report."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Figure:
    what: str
    value: float
    unit: str
    target: float = None  # at most so much; None: told for information
    note: str = ""

    @property
    def holds(self):
        return self.target is None or self.value <= self.target

    def row(self):
        target = "" if self.target is None else f"≤ {self.target:g} {self.unit}"
        verdict = "" if self.target is None else "yes" if self.holds else "**no**"
        return f"| {self.what} | {self.value:.3g} {self.unit} | {target} | {verdict} | {self.note} |"


HEAD = "| what | measured | target | holds | |\n|---|---|---|---|---|"


def table(figures):
    return "\n".join([HEAD] + [figure.row() for figure in figures]) + "\n"


def quantile(values, share):
    """The smallest value that so large a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
