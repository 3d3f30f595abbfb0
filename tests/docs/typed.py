#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What README and docs/ tell people to type, typed.

    typed.py check              each block of commands says where it is typed, or why not; and a page in
                                two languages has the same commands, headings, points and tables in both
    typed.py run BIN_FOLDER     types them beside a server of BIN_FOLDER, a page at a time; the system's
                                own commands (apt, systemctl, journalctl) are stood in for
    typed.py print PAGE WHERE   writes the commands of a page that are marked so: packages.sh types them
                                in a clean Debian, where nothing is stood in for

Above a fence ```sh stands <!-- typed: WHERE --> or <!-- not typed: WHY -->; a recipe has a test of its
own. WHERE is server, desk or anywhere, and what else packages.sh must know. Exit 1 if something is
wrong.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]

_BLOCK = re.compile(r"^(?:<!-- ([^\n]*) -->\n)?```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEPT = re.compile(r"^(#+ |- |\||<!-- .*)")
SECONDS = 60  # for a block of commands, on a machine that has other things to do


def blocks_of(text):
    """(mark, commands) of each block of commands."""
    return _BLOCK.findall(text)


def outline_of(text):
    """What a translation keeps: marks of lines, and what stands in fences, but for its comments."""
    kept, fenced = [], False
    for line in text.splitlines():
        is_fence = line.startswith("```")
        fenced = fenced != is_fence
        if is_fence or fenced:
            kept.append(re.sub(r"\s+# .*", "", line))
        elif match := _KEPT.match(line):
            kept.append(match[0])
    return kept


def unmarked_in(page):
    for mark, commands in blocks_of(page.read_text(encoding="utf-8")):
        if not mark.startswith(("typed: ", "not typed: ", "recipe: ")):
            yield f"{page.name}: says not where to type: {commands.splitlines()[0]}"


def difference_of(page):
    """Where a Chinese page and its English one part, or nothing."""
    english = page.with_name(page.name.replace(".zh_CN", ""))
    if english == page:
        return
    pair = [outline_of(file.read_text(encoding="utf-8")) for file in (english, page)]
    if pair[0] != pair[1]:
        parted = next((i for i, (a, b) in enumerate(zip(*pair)) if a != b), min(map(len, pair)))
        said = [(lines[parted : parted + 1] or ["its end"])[0] for lines in pair]
        yield f"{page.name}: has “{said[1]}” where {english.name} has “{said[0]}”"


def check():
    wrong = [s for page in PAGES for s in (*unmarked_in(page), *difference_of(page))]
    print("\n".join(wrong) or f"{len(PAGES)} pages: all marked, both languages alike")
    return bool(wrong)


def commands_of(page, where):
    """The blocks of a page that are typed there, exactly there: "server" is not "server, upgrade"."""
    blocks = blocks_of(page.read_text(encoding="utf-8"))
    return [commands for mark, commands in blocks if mark == f"typed: {where}"]


class Shop:
    """A server on a Redis of its own, and a folder with commands that lead there."""

    def __init__(self, programs):
        self._folder = Path(tempfile.mkdtemp(prefix="typed."))
        self._programs = Path(programs).resolve()
        self._data = self._folder / "private/pressboard"
        for folder in ("private", "root", "etc/pressboard", "stand-ins"):
            (self._folder / folder).mkdir(parents=True)
        (self._folder / "etc/pressboard/pressboard.toml").touch()
        self._start()
        self._stand_in()

    def _start(self):
        self._server = subprocess.Popen(
            [self._programs / "pressboard-server", "--data-dir", self._data,
             "--listen", "127.0.0.1:0", "--ops", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self._server.stdout.readline()
        self._ops = re.search(r"ops on (\S+)", line)[1]
        until = time.monotonic() + SECONDS
        while not (self._data / "admin.token").exists() and time.monotonic() < until:
            time.sleep(0.05)

    def _stand_in(self):
        ctl, server = self._programs / "pressboardctl", self._programs / "pressboard-server"
        redis = shutil.which("redis-cli")
        for name, script in {
            "pressboardctl": f'exec {ctl} --data-dir {self._data} "$@"',
            "pressboard-server": f'exec {server} --data-dir {self._data} "$@"',
            "redis-cli": f'[ "$1" != -s ] || shift 2; exec {redis} -s {self._data}/redis.sock "$@"',
            "apt": "exit 0", "systemctl": "exit 0", "journalctl": "exit 0", "tar": "exit 0",
            "mv": "exit 0",
        }.items():
            file = self._folder / "stand-ins" / name
            file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            file.chmod(0o755)

    def _here(self, commands):
        """With this folder's paths in place of the system's."""
        commands = commands.replace("/var/lib/pressboard", str(self._data))
        commands = commands.replace("127.0.0.1:5174", self._ops)
        return re.sub(r"(?<![\w.])/(root|etc)\b", rf"{self._folder}/\1", commands)

    def type(self, commands):
        """Nothing, or what went wrong."""
        path = f"{self._folder}/stand-ins:{os.environ['PATH']}"
        typed = subprocess.run(["bash", "-euo", "pipefail", "-c", self._here(commands)], check=False,
                               cwd=self._folder, env={**os.environ, "PATH": path}, text=True,
                               timeout=SECONDS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return typed.stdout if typed.returncode else None

    def close(self):
        self._server.send_signal(signal.SIGTERM)
        self._server.wait()
        shutil.rmtree(self._folder)


def run(programs):
    wrong, count = [], 0
    for page in PAGES:
        typed = [commands for mark, commands in blocks_of(page.read_text(encoding="utf-8"))
                 if mark in ("typed: server", "typed: anywhere", "typed: where that Redis listens")]
        if not typed:
            continue
        shop = Shop(programs)
        for commands in typed:
            if complaint := shop.type(commands):
                wrong.append(f"{page.name}:\n{commands}{complaint}")
        count += len(typed)
        shop.close()
    print("\n".join(wrong) or f"{count} blocks of commands, typed")
    return bool(wrong)


def main(what, *arguments):
    if what == "check":
        return check()
    if what == "run":
        return run(*arguments)
    page, where = arguments
    print("\n".join(commands_of(ROOT / page, where)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
