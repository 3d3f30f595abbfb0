# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-swarm: a line is a command, its answer a JSON object."""

import json
import selectors
import subprocess

from .process import Process


class SwarmFailed(Exception):
    pass


class Swarm:
    def __init__(self, machine, workdir, options):
        self.process = Process(
            [machine.bin / "bench-swarm", *options],
            machine.load_core,
            workdir / "swarm.log",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.log = workdir / "swarm.log"

    def ask(self, command, patience=120, **arguments):
        """Sends one command; waits `patience` seconds for its answer."""
        words = [command] + [f"{name}={value}" for name, value in arguments.items()]
        child = self.process.child
        try:
            child.stdin.write(" ".join(words) + "\n")
            child.stdin.flush()
        except OSError as error:
            raise SwarmFailed(f"the swarm has gone: {self.log.read_text().strip()}") from error
        line = child.stdout.readline() if self._is_answered(patience) else ""
        if not line:
            raise SwarmFailed(f"no answer to {command}: {self.log.read_text().strip()}")
        return json.loads(line)

    def _is_answered(self, patience):
        """Not by select(), which knows no file beyond 1,024."""
        with selectors.DefaultSelector() as answers:
            answers.register(self.process.child.stdout, selectors.EVENT_READ)
            return bool(answers.select(patience))

    def connect(self, clients, **arguments):
        answer = self.ask("connect", count=clients, **arguments)
        if answer["live"] != answer["clients"]:
            raise SwarmFailed(f"{answer['live']} of {answer['clients']} clients are live: "
                              f"{answer['endings']}")
        return answer

    def stop(self):
        self.process.stop()
