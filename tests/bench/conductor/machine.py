# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything runs."""

import dataclasses
import os
import pathlib
import platform


@dataclasses.dataclass(frozen=True)
class Machine:
    """Server and load compete for the cores, so each has one of its own."""

    bin: pathlib.Path
    peers: pathlib.Path
    server_core: int
    load_core: int

    def describe(self):
        return (f"{self._describe_itself()}; the server pinned to core {self.server_core}, "
                f"swarm, publisher and helpers (Redis) to core {self.load_core}")

    def describe_desk(self):
        return (f"{self._describe_itself()}; the desktop program pinned to core "
                f"{self.server_core}, all else to core {self.load_core}")

    @staticmethod
    def _describe_itself():
        return (f"{_processor()}, {len(os.sched_getaffinity(0))} cores, "
                f"Linux {platform.release()}")


def this_machine(root):
    cores = sorted(os.sched_getaffinity(0))
    bench = root / "tests" / "bench"
    return Machine(root / "build" / "release" / "bin", bench / "peers", cores[0], cores[-1])


def _processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()
