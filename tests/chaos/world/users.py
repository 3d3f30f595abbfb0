# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the shop, and what each may see."""

from dataclasses import dataclass

from truth.audience import Audience
from world.process import output_of


@dataclass
class User:
    name: str
    role: str
    departments: tuple = ()
    token: str = ""

    @property
    def audience(self):
        groups = {f"user_{self.name}", f"role_{self.role}"}
        return Audience(frozenset(groups | {f"dept_{each}" for each in self.departments}))


def shop_users():
    return {user.name: user for user in (
        User("boss", "admin"),
        User("whole", "viewer", ("a", "b")),
        User("ann", "operator", ("a",)),
        User("bob", "operator", ("b",)),
        User("eve", "viewer"),
        User("guest", "viewer"),  # comes and goes; nobody judges what it sees
    )}


async def add_user(binaries, redis_url, user):
    command = [binaries.ctl, "--redis", redis_url, "user", "add", user.name, "--role", user.role]
    for department in user.departments:
        command += ["--department", department]
    code, out, err = await output_of(command)
    if code != 0:
        raise RuntimeError(f"user add {user.name}: {err}")
    user.token = out.split()[-1]
