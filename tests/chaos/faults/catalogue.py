# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All faults there are."""

from faults import admin, clients, network, redis, servers  # noqa: F401, each adds its own
from faults.fault import CATALOGUE


def usual(has_namespaces):
    """While Redis keeps what it acknowledged."""
    return [fault for fault in CATALOGUE
            if not fault.loses and (has_namespaces or not fault.needs_namespaces)]
