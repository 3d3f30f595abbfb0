#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a document names a file or folder that is not there.

    check_documents.py

Held against the tree are the targets of links, and what stands in `backticks` and is a path from the
root (`server/push/`), a path from the document's own folder, or a source's name (`hub.cpp`). Examples
of what users may have (`/srv/shop/pressboard.ini`) are none of these. CHANGELOG.md tells of the past,
so it is not read. Exit 1 if something is missing.
"""
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    "README*.md",
    "CONTRIBUTING.md",
    "docs/*.md",
    "shared/protocol/*.md",
    "tests/bench/*.md",
)
FOLDERS = "client|server|shared|tests|docs|cmake|resources|installer"

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_WORD = re.compile(r"`([^`\s]+)[^`]*`")
_PATH = re.compile(rf"^\.?/?((?:{FOLDERS})/[\w./-]*)$")
_SOURCE = re.compile(r"^([\w-]+/)*[\w-]+\.(cpp|h|lua|cmake)$")


def source_paths(root):
    """Every source, with a slash before it."""
    for top in FOLDERS.split("|"):
        for folder, _, names in os.walk(root / top):
            for name in names:
                yield "/" + Path(folder, name).relative_to(root).as_posix()


def _is_there(word, document, root, sources):
    path = _PATH.match(word)
    if path:
        return (root / path[1]).exists() or (document.parent / path[1]).exists()
    return not _SOURCE.match(word) or any(source.endswith("/" + word) for source in sources)


def missing_in(document, text, root, sources):
    """A sentence for each thing that the text of a document names and nobody finds."""
    name = document.relative_to(root).as_posix()
    for number, line in enumerate(text.splitlines(), 1):
        for link in _LINK.findall(line):
            if "://" not in link and not (document.parent / link).exists():
                yield f"{name}:{number}: links to {link}, which is not there"
        for word in _WORD.findall(line):
            if not _is_there(word, document, root, sources):
                yield f"{name}:{number}: names {word}, which is not there"


def main():
    sources = list(source_paths(ROOT))
    documents = sorted(file for pattern in DOCUMENTS for file in ROOT.glob(pattern))
    missing = [
        sentence
        for document in documents
        for sentence in missing_in(document, document.read_text(encoding="utf-8"), ROOT, sources)
    ]
    for sentence in missing:
        print(sentence)
    print(f"{len(documents)} documents, {len(missing)} things that are not there")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
