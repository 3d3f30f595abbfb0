#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups of a server under load, restored elsewhere.

    backup_test.py BIN_FOLDER

In each round somebody publishes all the time. A backup is made meanwhile, and one is killed at some
moment: what lies under its name is whole, or not there. A restore into another Redis, with a server on
it, is killed at some moment: that board is what it was, or all of the backup. Run again, it is the
backup: each order as the last event up to its position says. Three rounds, twenty with
PRESSBOARD_LONG_TESTS.
"""
import json
import os
import random
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests/support/programs"))

from running import Redis, Server, wait_until  # noqa: E402

ORDERS = 60


class Load:
    """Publishes one order after the other until it is told to stop, and knows what the log has."""

    def __init__(self, server):
        self._publisher = subprocess.Popen(server.ctl_command("publish", "-"), text=True,
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._stopping = threading.Event()
        self.stored = []  # (ID, order, quantity), in the log's order
        self._sent = {}
        self._threads = [threading.Thread(target=self._write), threading.Thread(target=self._read)]
        for thread in self._threads:
            thread.start()

    def _write(self):
        number = 0
        while not self._stopping.is_set():
            number += 1
            order, ref = number % ORDERS, f"{id(self)}-{number}"
            self._sent[ref] = (order, number)
            event = {"ref": ref, "type": "order_notification",
                     "data": {"order_id": order, "quantity": number, "customer_name": "客户" * 20}}
            self._publisher.stdin.write(json.dumps(event) + "\n")
            self._publisher.stdin.flush()
            if number % 20 == 0:
                self._stopping.wait(0.05)
        self._publisher.stdin.close()

    def _read(self):
        for line in self._publisher.stdout:
            answer = json.loads(line)
            self.stored.append((answer["id"], *self._sent[answer["ref"]]))

    def stop(self):
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._publisher.wait()


def place(position):
    milliseconds, number = position.split("-")
    return int(milliseconds), int(number)


def expected(stored, position):
    """Each order's quantity at that position."""
    return {order: quantity for entry, order, quantity in stored if place(entry) <= place(position)}


def position_of(backup):
    with backup.open("rb") as file:
        file.readline()
        return json.loads(file.readline())["position"]


def board_of(redis):
    """Each order's quantity as the checkpoint has it, and where that stands."""
    flat = redis.ask("--json", "HGETALL", "pressboard:book")
    book = json.loads(flat) if flat else {}
    position = json.loads(book.pop("meta", '{"position":"0-0"}'))["position"]
    orders = [json.loads(order) for order in book.values()]
    return {order["order_id"]: order["quantity"] for order in orders}, position


def killed_after(command, seconds):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)  # the moment is what the round is about
    process.kill()
    process.wait()


class Round:
    def __init__(self, source, elsewhere, redis, load, folder):
        self.source, self.elsewhere, self.redis = source, elsewhere, redis
        self.load, self.folder = load, folder

    def play(self):
        backup = self.folder / "now.backup"
        made = self.source.ctl("backup", backup)
        assert made.returncode == 0, made.stdout
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
        self.kill_a_backup()
        self.damage(backup)
        self.kill_a_restore(backup)
        said = self.elsewhere.ctl("restore", backup, "--yes", "--replace")
        assert said.returncode == 0, said.stdout
        self.is_shown(backup)

    def kill_a_backup(self):
        other = self.folder / "killed.backup"
        other.unlink(missing_ok=True)
        killed_after(self.source.ctl_command("backup", other), random.uniform(0, 0.25))
        if other.exists():
            assert self.source.ctl("verify", other).returncode == 0

    def damage(self, backup):
        """Cut off or changed anywhere, it is none any more."""
        whole = backup.read_bytes()
        at = random.randrange(len(whole))
        damaged = self.folder / "damaged.backup"
        for content in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:], whole + b"x"):
            damaged.write_bytes(content)
            for verb in (("verify", damaged), ("restore", damaged, "--yes", "--replace")):
                said = self.elsewhere.ctl(*verb)
                assert said.returncode == 1, (verb, at, said.stdout)

    def kill_a_restore(self, backup):
        before = board_of(self.redis)[0]
        after = self.board_in(backup)
        killed_after(self.elsewhere.ctl_command("restore", backup, "--yes", "--replace"),
                     random.uniform(0, 0.25))
        wait_until("the board is one or the other",
                   lambda: board_of(self.redis)[0] in (before, after))
        if self.redis.ask("EXISTS", "pressboard:restoring") == "1":
            said = self.elsewhere.ctl("status").stdout
            assert "broken off" in said, said

    def board_in(self, backup):
        position = place(position_of(backup))
        wait_until("the answers came", lambda: place(self.load.stored[-1][0]) >= position)
        return expected(self.load.stored, position_of(backup))

    def is_shown(self, backup):
        board = self.board_in(backup)
        wait_until("the restored board is checkpointed", lambda: board_of(self.redis)[0] == board)
        wait_until("its server is well", lambda: self.elsewhere.metric("pressboard_ready") == 1)
        leftovers = self.redis.ask("KEYS", "pressboard:restoring*")
        assert leftovers == "", leftovers


def refuses_without_replace(server, backup):
    said = server.ctl("restore", backup, "--yes")
    assert said.returncode == 1 and "--replace" in said.stdout, said.stdout
    assert server.ctl("restore", backup).returncode == 2


def users_come_along(source, elsewhere, folder):
    assert source.ctl("user", "add", "lina", "--display", "李娜").returncode == 0
    assert source.ctl("user", "add", "gone").returncode == 0
    backup = folder / "users.backup"
    assert source.ctl("backup", backup).returncode == 0
    assert elsewhere.ctl("restore", backup, "--yes", "--replace").returncode == 0
    assert "李娜" in elsewhere.ctl("user", "list").stdout
    # Who was revoked since stays out.
    assert elsewhere.ctl("user", "revoke", "gone").returncode == 0
    said = elsewhere.ctl("restore", backup, "--yes", "--replace").stdout
    assert "1 of its users" in said, said
    assert "gone" not in elsewhere.ctl("user", "list").stdout


def main(programs):
    rounds = 20 if os.environ.get("PRESSBOARD_LONG_TESTS") else 3
    source, redis = Server(programs), Redis()
    elsewhere = Server(programs, "--redis", redis.url)
    load = Load(source)
    try:
        wait_until("there are orders", lambda: len(load.stored) > 200)
        wait_until("there is a checkpoint",
                   lambda: source.redis("HLEN", "pressboard:book") not in ("0", "1"))
        first = source.folder / "first.backup"
        assert source.ctl("backup", first).returncode == 0
        # The server there is new: nothing but its first admin is in it.
        said = elsewhere.ctl("restore", first, "--yes")
        assert said.returncode == 0, said.stdout
        refuses_without_replace(elsewhere, first)
        for number in range(rounds):
            Round(source, elsewhere, redis, load, source.folder).play()
            print(f"round {number + 1} of {rounds}: boards are equal")
        users_come_along(source, elsewhere, source.folder)
    except AssertionError:
        print(elsewhere.log())
        raise
    finally:
        load.stop()
        elsewhere.close()
        redis.close()
        source.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
