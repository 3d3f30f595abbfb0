#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for text in the desktop program that Qt may take for HTML.

    check_plain_text.py

QLabel and tooltips guess from the text whether it is HTML, and load what that names: a customer's
name then reads files, or sends a password to a share. All tooltips go through client/text/plain_tip,
all labels are a PlainLabel or a TextLabel. Everything else that shows HTML is named. Exit 1 if there
is any.
"""
import re
import sys
from pathlib import Path

from source_tree import SourceTree

ROOT = Path(__file__).resolve().parents[2]

# Where it is made plain.
MAKERS = ("client/text/plain_tip.cpp", "client/text/plain_label.h", "client/text/text_label.h",
          "client/text/text_label.cpp")

GUESSES = (
    (r"\bsetToolTip\s*\((?!\s*withoutMarkup\s*\()", "a tooltip: use setPlainTip()"),
    (r"\bQToolTip::showText\s*\(", "a tooltip: use showPlainTip()"),
    (r"\bToolTipRole\b", "a tooltip of a model: show it with showPlainTip()"),
    (r"\bnew\s+QLabel\b|\bmake_unique<QLabel>|\bQLabel\s+\w+\s*[;({=]|\bpublic\s+QLabel\b",
     "a label: use PlainLabel or TextLabel"),
    (r"\baddRow\s*\(", "a form's own labels: use FormColumn"),
    (r"\bsetTextFormat\s*\(", "a label's format: use PlainLabel or TextLabel"),
    (r"\bsetHtml\s*\(|\bsetWhatsThis\s*\(|\bQTextBrowser\b|\bQTextEdit\b|\bQErrorMessage\b",
     "HTML"),
    (r"\bQMessageBox\b|\bQProgressDialog\b|\bQInputDialog\b", "a dialog whose text may be HTML"),
)


def guesses_in(path, text):
    """A sentence for each place, in order."""
    if not path.startswith("client/") or path in MAKERS:
        return
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        for pattern, what in GUESSES:
            if not code.startswith("#include") and re.search(pattern, code):
                yield f"{path}:{number}: {what}"


def main():
    tree = SourceTree(ROOT)
    found = [it for path in tree.files() for it in guesses_in(path, tree.text(path))]
    for sentence in found:
        print(sentence)
    print(f"{len(found)} texts that may be taken for HTML")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
