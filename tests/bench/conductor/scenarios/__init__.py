# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured, in the order of the report."""

from . import (burst, flood, group_send, hostile, idle, ingest, memory, notice, publish, slow, steady,
               storm)

SCENARIOS = {module.SCENARIO.name: module.SCENARIO
             for module in (steady, burst, flood, idle, storm, slow, hostile, publish, group_send, ingest,
                            notice, memory)}
