# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured, in the order of the report."""

from . import burst, flood, steady

SCENARIOS = {module.SCENARIO.name: module.SCENARIO for module in (steady, burst, flood)}
