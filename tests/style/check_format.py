#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a C++ file is not formatted as .clang-format says.

    check_format.py [FILE …]

No FILE: all of them. Each place is named, on stderr. Another version of clang-format than 14 sets
some lines differently, so without that one nothing is checked: exit 77. Exit 1 if a file differs;
"clang-format -i FILE" mends it.
"""
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source_tree import SourceTree

ROOT = Path(__file__).resolve().parents[2]
VERSION = 14
SKIPPED = 77


def clang_format():
    """The program of the right version, or None."""
    for name in (f"clang-format-{VERSION}", "clang-format"):
        program = shutil.which(name)
        if program:
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
            if re.search(rf"\bversion {VERSION}\.", said.stdout):
                return program
    return None


def is_formatted(program, files):
    command = [program, "--dry-run", "-Werror", "--style=file", *files]
    return subprocess.run(command, check=False).returncode == 0


def are_formatted(program, files):
    processors = min(os.cpu_count() or 1, len(files))
    shares = [files[first::processors] for first in range(processors)]
    with ThreadPoolExecutor(processors) as pool:
        return all(list(pool.map(is_formatted, [program] * processors, shares)))


def all_files():
    tree = SourceTree(ROOT)
    return [str(tree.root / path) for path in tree.files()]


def main():
    program = clang_format()
    if not program:
        print(f"clang-format {VERSION} is not installed: the format is not checked")
        return SKIPPED
    files = sys.argv[1:] or all_files()
    formatted = are_formatted(program, files)
    print(f"{len(files)} files are formatted" if formatted else "Run clang-format -i on these files")
    return 0 if formatted else 1


if __name__ == "__main__":
    sys.exit(main())
