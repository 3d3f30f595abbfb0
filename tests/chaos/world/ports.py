# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ports nobody listens on."""

import socket

_given = set()


def free_port():
    """Never the same twice; what stops and comes back finds its own again."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if port not in _given and port + 10000 not in _given:
            _given.add(port)
            return port
