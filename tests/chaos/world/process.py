# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes of ours: they end with us, whatever happens to us."""

import asyncio
import ctypes
import os
import pathlib
import signal
import subprocess

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def _die_with_parent():
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class Process:
    """One program, with its words in a file, however often it is started."""

    def __init__(self, name, log, prefix=()):
        self.name = name
        self.log = pathlib.Path(log)
        self.prefix = list(prefix)  # such as ip netns exec NAME
        self.child = None
        self.starts = 0

    def spawn(self, command, environment=None, **pipes):
        with open(self.log, "ab") as said:
            self.child = subprocess.Popen(
                [str(word) for word in [*self.prefix, *command]],
                stderr=said,
                stdout=pipes.pop("stdout", said),
                stdin=pipes.pop("stdin", subprocess.DEVNULL),
                env={**os.environ, **(environment or {})},
                start_new_session=True,  # Ctrl-C is for the harness, which then ends them
                preexec_fn=_die_with_parent,
                **pipes,
            )
        self.starts += 1

    @property
    def pid(self):
        return self.child.pid if self.child else None

    def is_running(self):
        return self.child is not None and self.child.poll() is None

    def signal(self, number):
        if self.is_running():
            self.child.send_signal(number)

    def freeze(self):
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.signal(signal.SIGCONT)

    def mapped(self):
        """The libraries that it has loaded, as text."""
        try:
            return pathlib.Path(f"/proc/{self.pid}/maps").read_text()
        except OSError:
            return ""

    def is_frozen(self):
        return self.is_running() and _state_of(self.pid) == "T"

    async def kill(self):
        self.signal(signal.SIGKILL)
        return await self.ended()

    async def terminate(self, seconds=10):
        self.thaw()
        self.signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.ended(), seconds)
        except asyncio.TimeoutError:
            return await self.kill()

    async def ended(self):
        while self.is_running():
            await asyncio.sleep(0.02)
        return self.child.returncode if self.child else None

    def kill_now(self):
        """For the end, also after an error: waits for it, without a loop."""
        if self.is_running():
            self.child.kill()
            self.child.wait()

    def words(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""


def _state_of(pid):
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return ""
    return text.rpartition(")")[2].split()[0]


async def output_of(command, seconds=20, environment=None):
    """(exit code, stdout, stderr) of a program that ends by itself."""
    child = await asyncio.create_subprocess_exec(
        *[str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_die_with_parent,
        env={**os.environ, **(environment or {})})
    try:
        out, err = await asyncio.wait_for(child.communicate(), seconds)
    except asyncio.TimeoutError:
        child.kill()
        await child.wait()
        return None, "", "no end"
    return child.returncode, out.decode(errors="replace"), err.decode(errors="replace")
