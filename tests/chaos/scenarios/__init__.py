# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One story for each way in which Redis' past may not be what it seems. By number."""

import importlib
import pathlib


def all_scenarios():
    """{"01": module, …}: each has TITLE and async play(stage)."""
    folder = pathlib.Path(__file__).parent
    return {path.name[:2]: importlib.import_module(f"scenarios.{path.stem}")
            for path in sorted(folder.glob("[0-9][0-9]_*.py"))}
