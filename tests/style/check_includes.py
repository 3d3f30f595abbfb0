#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include of the project's own headers against the link lines of CMake.

    check_includes.py LINK_GRAPH SOURCE_DIR

A file may include from its own library, and from those that its library links, directly or by what
those pass on. Anything else is a wrong include: it compiles, since all share one include path, but
it goes against the architecture. Each is named with the library it would need. Exit 1 if there is
one.
"""
import json
import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
OWN_FOLDERS = ("shared/", "server/", "client/", "tests/")


class LinkGraph:
    """Which targets own a file, and which libraries a target sees."""

    def __init__(self, targets, root):
        self.targets = targets
        self.owners = {}  # path of a source or header -> targets
        self.owners_of_folder = {}  # folder -> targets with sources there
        for name, target in targets.items():
            for source in target["sources"]:
                self._add_source(name, Path(target["folder"], source), root)

    def _add_source(self, name, source, root):
        try:
            path = source.resolve().relative_to(root)
        except ValueError:
            return  # generated into the build directory
        for owned in (path, path.with_suffix(".h")):
            self.owners.setdefault(owned.as_posix(), set()).add(name)
        self.owners_of_folder.setdefault(path.parent.as_posix(), set()).add(name)

    def owners_of(self, path):
        """None where a file belongs to whoever includes it: a header of tests."""
        if path in self.owners:
            return self.owners[path]
        owners = self.owners_of_folder.get(str(Path(path).parent), set())
        return owners if len(owners) == 1 and not path.startswith("tests/") else set()

    def libraries_of(self, path):
        return {name for name in self.owners_of(path) if self.targets[name]["is_library"]}

    def seen_by(self, name):
        seen = {name}
        waiting = list(self.targets[name]["links"])
        while waiting:
            link = waiting.pop()
            if link in self.targets and link not in seen:
                seen.add(link)
                waiting += self.targets[link]["passes_on"]
        return seen


def includes_of(path, root):
    """The project's own headers that a file includes, with their lines."""
    text = (root / path).read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        if match[1].startswith(OWN_FOLDERS):
            yield text.count("\n", 0, match.start()) + 1, match[1]


def wrong_includes(graph, root):
    for name, target in graph.targets.items():
        seen = graph.seen_by(name)
        # Headers without a library of their own count as a part of the file that includes them.
        waiting = [path for path, owners in graph.owners.items() if name in owners]
        visited = set()
        while waiting:
            path = waiting.pop()
            if path in visited or not (root / path).is_file():
                continue
            visited.add(path)
            for line, header in includes_of(path, root):
                libraries = graph.libraries_of(header)
                if not libraries and header.startswith("tests/"):
                    waiting.append(header)
                elif name not in graph.owners_of(header) and not libraries & seen:
                    needed = " or ".join(sorted(libraries)) or "it, which is a program"
                    yield f"{path}:{line}: {name} includes {header}, but does not link {needed}"


def main():
    graph_file, root = sys.argv[1], Path(sys.argv[2]).resolve()
    with open(graph_file, encoding="utf-8") as file:
        graph = LinkGraph(json.load(file), root)
    wrong = sorted(set(wrong_includes(graph, root)))
    print("\n".join(wrong))
    print(f"{len(graph.owners)} files, {len(wrong)} wrong includes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
