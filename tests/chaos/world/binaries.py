# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the programs are that are tried."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Binaries:
    def __init__(self, folder=None):
        self.folder = pathlib.Path(
            folder or os.environ.get("PRESSBOARD_BIN") or ROOT / "build" / "ci" / "bin").resolve()
        self.server = self.folder / "pressboard-server"
        self.ctl = self.folder / "pressboardctl"

    def missing(self):
        return [str(program) for program in (self.server, self.ctl) if not program.exists()]
