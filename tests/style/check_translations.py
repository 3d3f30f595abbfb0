#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the translations are not of the words that the sources have now.

    check_translations.py LUPDATE

Each text that has none, in its own class, and each that nobody says any more is named on stderr;
"ninja update_translations" mends the latter, and shows where the former have to be filled in.
"""
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources/i18n"


def texts(file):
    """Of each class what it says: {(class, text, which of several)}."""
    return {(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            for context in xml.parse(file).getroot().iter("context")
            for message in context.iter("message")}


def updated(lupdate, folder):
    shutil.copytree(TRANSLATIONS, folder, dirs_exist_ok=True)
    subprocess.run(["cmake", f"-DLUPDATE={lupdate}", f"-DSOURCES={ROOT}", f"-DTRANSLATIONS={folder}",
                    "-P", ROOT / "cmake/UpdateTranslations.cmake"], check=True, stderr=subprocess.DEVNULL)


def main(lupdate):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        updated(lupdate, folder)
        for file in sorted(TRANSLATIONS.glob("*.ts")):
            have, said = texts(file), texts(Path(folder, file.name))
            faults += [f"{file.name}: {name} says “{text}”, not translated" for name, text, _ in said - have]
            faults += [f"{file.name}: {name} says “{text}” no more" for name, text, _ in have - said]
    print(*sorted(faults), sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
