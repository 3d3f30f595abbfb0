# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pressboardctl publish, as a shell script does it."""

from load.publisher import Publisher
from world.process import output_of


class CtlPublisher(Publisher):
    def __init__(self, name, dice, first_id, per_second, binaries, find_url):
        super().__init__(name, dice, first_id, per_second)
        self.binaries = binaries
        self.find_url = find_url
        self.said = []

    async def send(self, draft):
        command = [self.binaries.ctl, "--redis", self.find_url(), "publish", draft.kind, draft.text,
                   "--ref", draft.tag]
        for group in draft.groups:
            command += ["--group", group]
        code, out, err = await output_of(command, 30)
        self.said.append((draft.tag, code, out.strip(), err.strip()))
        return out.split()[-1] if code == 0 and out.split() else None
