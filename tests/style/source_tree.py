# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own C++ sources, and what they include of each other."""
import os
import re
from pathlib import Path

FOLDERS = ("shared", "server", "client", "tests", "cmake")

_INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
_OWN = tuple(folder + "/" for folder in FOLDERS)


class SourceTree:
    """Paths are relative to the root, with slashes."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self._includes = {}

    def files(self):
        for top in FOLDERS:
            for folder, _, names in os.walk(self.root / top):
                for name in names:
                    if name.endswith((".cpp", ".h")):
                        yield Path(folder, name).relative_to(self.root).as_posix()

    def has(self, path):
        return (self.root / path).is_file()

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def includes(self, path):
        """The project's own headers in a file: [(line, header)]."""
        if path not in self._includes:
            text = self.text(path)
            self._includes[path] = [
                (text.count("\n", 0, match.start(1)) + 1, match[1])
                for match in _INCLUDE.finditer(text)
                if match[1].startswith(_OWN)
            ]
        return self._includes[path]
