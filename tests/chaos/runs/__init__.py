# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole runs: a shop, a storm, a judge, a verdict."""

from runs.attack import run as attack
from runs.failover import run as failover
from runs.lossy import run as lossy
from runs.strict import run as strict

MODES = {"strict": strict, "lossy": lossy, "failover": failover, "attack": attack}
