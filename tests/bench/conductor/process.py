# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that the benchmark started, and what they cost."""

import os
import pathlib
import subprocess
import time

CPU_CLOCK = 2  # CPUCLOCK_SCHED, of a whole process


class Process:
    """A child of ours, pinned to one core; ends when it is told to, at the latest by SIGKILL."""

    def __init__(self, command, core, log, environment=None, **pipes):
        with open(log, "ab") as said:
            self.child = subprocess.Popen(
                [str(word) for word in command],
                stderr=said,
                env={**os.environ, **(environment or {})},
                preexec_fn=lambda: os.sched_setaffinity(0, {core}),
                text=True,
                **pipes,
            )
        self.pid = self.child.pid

    def is_running(self):
        return self.child.poll() is None

    def stop(self, seconds=10):
        if self.is_running():
            self.child.terminate()
        try:
            self.child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        return self.child.returncode


def cpu_seconds(pids):
    """User and system time of the processes with all their threads, so far."""
    return sum(_cpu_seconds(pid) for pid in pids)


def _cpu_seconds(pid):
    """What /proc/PID/stat says in ticks of 10 ms, not rounded: clock_getcpuclockid(3)."""
    try:
        return time.clock_gettime(~pid << 3 | CPU_CLOCK)
    except OSError:
        return 0


def resident_bytes(pids):
    return sum(_resident_bytes(pid) for pid in pids)


def _resident_bytes(pid):
    try:
        rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    line = next(line for line in rollup.splitlines() if line.startswith("Rss:"))
    return int(line.split()[1]) * 1024
