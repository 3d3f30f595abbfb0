# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of faults, and what each of them is."""

from dataclasses import dataclass


class Unproven(Exception):
    """The fault was not seen to happen: the harness is wrong, or the machine too slow."""


@dataclass(frozen=True)
class Fault:
    name: str
    touches: frozenset  # two that touch the same never happen together
    loses: bool  # Redis does not keep what it acknowledged
    needs_namespaces: bool
    strike: object  # async (shop, dice) → evidence, a sentence; everything is whole again then


CATALOGUE = []


def fault(name, *touches, loses=False, needs_namespaces=False):
    def add(strike):
        CATALOGUE.append(Fault(name, frozenset(touches), loses, needs_namespaces, strike))
        return strike
    return add


def prove(condition, sentence):
    if not condition:
        raise Unproven(sentence)
    return sentence
