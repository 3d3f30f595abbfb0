# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All faults there are: each module adds its own."""

from faults import (admin, clients, failovers, losses, network, redis,  # noqa: F401
                    servers)
from faults.fault import CATALOGUE


def usual(has_namespaces):
    """While Redis keeps what it acknowledged."""
    return [fault for fault in CATALOGUE
            if not fault.loses and (has_namespaces or not fault.needs_namespaces)]


def of_losses():
    return [fault for fault in CATALOGUE if fault.loses and "master" not in fault.touches]


def of_failovers():
    return [fault for fault in CATALOGUE if "master" in fault.touches]


def beside_losses(has_namespaces):
    """What may happen while Redis loses its past: at least one server must live to remember it."""
    return [fault for fault in usual(has_namespaces)
            if "clients" in fault.touches or fault.name in _LIGHT]


_LIGHT = ("Redis' connections reset", "Redis far away", "cable pulled")
