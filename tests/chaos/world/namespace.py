# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Network namespaces: each server has a cable of its own that can be pulled.

10.A.B.0/24 belongs to one harness, A and B from its process id; a server's cable is a /30 of it."""

import os
import pathlib
import re
import shutil
import subprocess

_PREFIX = "pbchaos"


def _ip(*words, check=True):
    return subprocess.run(["ip", *map(str, words)], check=check, capture_output=True, text=True)


def are_possible():
    """Root, with ip(8), in a kernel that has them."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        return False
    name = f"{_PREFIX}{os.getpid()}-try"
    made = _ip("netns", "add", name, check=False).returncode == 0
    if made:
        _ip("netns", "del", name)
    return made


def remove_orphans():
    """Those of harnesses that were killed before they could."""
    for line in _ip("netns", "list", check=False).stdout.splitlines():
        found = re.match(rf"({_PREFIX}(\d+)-\w+)", line)
        if found and not pathlib.Path(f"/proc/{found[2]}").exists():
            _ip("netns", "del", found[1], check=False)


class Namespace:
    def __init__(self, number):
        pid = os.getpid()
        self.name = f"{_PREFIX}{pid}-{number}"
        self.cable = f"pbc{pid % 1000000}-{number}"
        net = f"10.{128 + pid // 256 % 64}.{pid % 256}"
        self.outside = f"{net}.{4 * number + 1}"
        self.inside = f"{net}.{4 * number + 2}"
        self.outside_too = f"{net}.{129 + number}"

    def make(self):
        _ip("netns", "add", self.name)
        _ip("link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", self.name)
        _ip("addr", "add", f"{self.outside}/30", "dev", self.cable)
        _ip("link", "set", self.cable, "up")
        self._inside("addr", "add", f"{self.inside}/30", "dev", "eth0")
        self._inside("link", "set", "eth0", "up")
        self._inside("link", "set", "lo", "up")

    def remove(self):
        """Its end of the cable takes the other with it."""
        _ip("netns", "del", self.name, check=False)
        _ip("link", "del", self.cable, check=False)
        shutil.rmtree(self._own_etc, ignore_errors=True)

    def give_second_address(self):
        """The machine outside answers at `outside_too` as well."""
        _ip("addr", "add", f"{self.outside_too}/32", "dev", self.cable)
        self._inside("route", "add", f"{self.outside_too}/32", "via", self.outside)

    def lead(self, name, address):
        """A name, for programs that are started inside from now on, and where it leads, at once."""
        self._own_etc.mkdir(parents=True, exist_ok=True)
        (self._own_etc / "hosts").write_text(f"127.0.0.1 localhost\n{address} {name}\n")

    @property
    def _own_etc(self):
        """ip-netns(8): each file of it stands in for that of /etc inside."""
        return pathlib.Path("/etc/netns") / self.name

    @property
    def prefix(self):
        return ["ip", "netns", "exec", self.name]

    def pull(self):
        _ip("link", "set", self.cable, "down")

    def plug(self):
        _ip("link", "set", self.cable, "up")

    def is_pulled(self):
        return "state DOWN" in _ip("link", "show", self.cable).stdout

    def swallow(self):
        """Every packet goes into nothing, in both directions, while the link stays up."""
        for chain in ("INPUT", "OUTPUT"):
            self._iptables("-I", chain, "-j", "DROP")

    def swallowed(self):
        """How many packets went into nothing so far."""
        listed = self._iptables("-L", "-v", "-x", "-n").stdout
        return sum(int(line.split()[0]) for line in listed.splitlines() if " DROP " in line)

    def let_through(self):
        self._iptables("-F")

    def _iptables(self, *words):
        return subprocess.run([*self.prefix, "iptables", *words], check=True, capture_output=True,
                              text=True)

    def _inside(self, *words):
        _ip("-n", self.name, *words)
