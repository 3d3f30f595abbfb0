#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include of the project's own headers against the link lines of CMake.

    check_includes.py [LINK_GRAPH]

A file may include from its own library, and from those that its library links, directly or by what
those pass on. Anything else is a wrong include: it compiles, since all share one include path, but
it goes against the architecture. Each is named with the library it would need. LINK_GRAPH is what
cmake/LinkGraph.cmake wrote; else the newest one of build/ is taken. Exit 1 if there is a wrong
include.
"""
import json
import sys
from pathlib import Path

from source_tree import SourceTree

ROOT = Path(__file__).resolve().parents[2]


class LinkGraph:
    """Which targets own a file, and which libraries a target sees."""

    def __init__(self, targets, root):
        self.targets = targets
        self._owners = {}  # path of a source or header -> targets
        self._owners_of_folder = {}  # folder -> targets with sources there
        for name, target in targets.items():
            for source in target["sources"]:
                self._add_source(name, Path(target["folder"], source), root)

    @classmethod
    def read(cls, file, root):
        return cls(json.loads(Path(file).read_text(encoding="utf-8")), root)

    def _add_source(self, name, source, root):
        try:
            path = source.resolve().relative_to(root)
        except ValueError:
            return  # generated into the build directory
        for owned in (path, path.with_suffix(".h")):
            self._owners.setdefault(owned.as_posix(), set()).add(name)
        self._owners_of_folder.setdefault(path.parent.as_posix(), set()).add(name)

    def owners_of(self, path):
        """Who compiles a file. A header that nobody lists, or a source of another system, belongs
        to the only target of its folder; of tests, to whoever includes it: none."""
        if path in self._owners or path.startswith("tests/"):
            return self._owners.get(path, set())
        owners = self._owners_of_folder.get(str(Path(path).parent), set())
        return owners if len(owners) == 1 else set()

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


def _wrong_includes_of(target, files, graph, tree):
    seen = graph.seen_by(target)
    waiting = list(files)
    visited = set()
    while waiting:
        path = waiting.pop()
        if path in visited or not tree.has(path):
            continue
        visited.add(path)
        for line, header in tree.includes(path):
            libraries = graph.libraries_of(header)
            if header.startswith("tests/") and not libraries:
                waiting.append(header)  # counts as a part of the file that includes it
            elif target not in graph.owners_of(header) and not libraries & seen:
                needed = " or ".join(sorted(libraries)) or "it: it is no library's"
                yield f"{path}:{line}: {target} includes {header}, but does not link {needed}"


def wrong_includes(graph, tree):
    """A sentence for each, in order."""
    files_of = {name: [] for name in graph.targets}
    for path in tree.files():
        for owner in graph.owners_of(path):
            files_of[owner].append(path)
    return sorted(
        {
            sentence
            for target, files in files_of.items()
            for sentence in _wrong_includes_of(target, files, graph, tree)
        }
    )


def newest_link_graph():
    graphs = list(ROOT.glob("build/*/link_graph.json"))
    if not graphs:
        sys.exit("There is no link graph yet: run cmake --preset dev first.")
    return max(graphs, key=lambda file: file.stat().st_mtime)


def main():
    file = sys.argv[1] if len(sys.argv) > 1 else newest_link_graph()
    tree = SourceTree(ROOT)
    wrong = wrong_includes(LinkGraph.read(file, tree.root), tree)
    for sentence in wrong:
        print(sentence)
    print(f"{len(wrong)} wrong includes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
