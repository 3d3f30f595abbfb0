#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when folders include from each other in a circle.

    check_folders.py

An arrow leads from a folder to each folder that it includes from. In client/, server/ and shared/
no arrow may run back up: what is below stays usable, testable and understandable without what is
above. The shortest circle is named, with an include for each of its arrows; the wrong arrow is
mostly the one with the fewest. Exit 1 if there is one.
"""
import sys
from collections import deque
from pathlib import Path

from source_tree import SourceTree

ROOT = Path(__file__).resolve().parents[2]

# Inner folders that count as their parent, each with its reason.
PART_OF_PARENT = {
    # apply() hands each event to its rule, and a rule speaks of what apply.h defines.
    "shared/state/rules": "shared/state",
}


def folder_of(path):
    folder = str(Path(path).parent)
    return PART_OF_PARENT.get(folder, folder)


def arrows_of(tree):
    """{folder: {folder it includes from: [sentences]}}"""
    arrows = {}
    for path in sorted(tree.files()):
        source = folder_of(path)
        if source.startswith("tests"):
            continue
        for line, header in tree.includes(path):
            target = folder_of(header)
            if target != source:
                sentences = arrows.setdefault(source, {}).setdefault(target, [])
                sentences.append(f"{path}:{line} includes {header}")
    return arrows


def _shortest_way(arrows, start, end):
    ways = deque([[start]])
    visited = {start}
    while ways:
        way = ways.popleft()
        for following in arrows.get(way[-1], {}):
            if following == end:
                return way + [end]
            if following not in visited:
                visited.add(following)
                ways.append(way + [following])
    return None


def shortest_circle(arrows):
    """[folder, …, the first one again], or None."""
    circles = [_shortest_way(arrows, folder, folder) for folder in sorted(arrows)]
    return min(filter(None, circles), key=len, default=None)


def sentences_of(circle, arrows):
    yield "Folders include from each other in a circle: " + " → ".join(circle)
    for source, target in zip(circle, circle[1:]):
        sentences = arrows[source][target]
        yield f"  {source} → {target}, {len(sentences)}: {sentences[0]}"


def main():
    arrows = arrows_of(SourceTree(ROOT))
    circle = shortest_circle(arrows)
    if circle:
        print("\n".join(sentences_of(circle, arrows)))
        return 1
    count = sum(len(targets) for targets in arrows.values())
    print(f"{len(arrows)} folders, {count} arrows, no circle")
    return 0


if __name__ == "__main__":
    sys.exit(main())
