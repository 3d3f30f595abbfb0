# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids of the log: "<milliseconds>-<sequence>", compared as two numbers."""

NOTHING = "0-0"


def key(position):
    milliseconds, sequence = position.split("-")
    return int(milliseconds), int(sequence)


def is_newer(position, other):
    return key(position) > key(other)


def newest(*positions):
    return max(positions, key=key)


def milliseconds(position):
    return key(position)[0]
