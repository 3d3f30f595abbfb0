# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An alarm to a thousand stations: when has the last one heard who took it, and what do receipts cost?

One thread is all stations: each tells that it has the notice, that somebody saw it and confirmed it,
spread over the time of the measure, as people do.
"""

import hashlib
import json
import random
import selectors
import subprocess
import time

from .hostile import HEAD, Client, frame
from .scenario import Column, Scenario

STATIONS = 1000
OF_A_USER = 50  # stations that one may have
PATIENCE_S = 30
QUIET_S = 3  # what the stations cost that say nothing
HELLO = ('{"type":"hello","resume":null,"features":["receipts","alarms"],'
         '"client":{"id":"s%d","kind":"desk","run":"%d","station":"%d"}}')


def _redis(peer, *words):
    return subprocess.run(["redis-cli", "-s", peer.socket, *words], check=True, capture_output=True,
                          text=True).stdout.strip()


def _add_users(peer, count):
    for number in range(count):
        token = f"token-{number}"
        record = {"display": f"User {number}", "role": "admin" if number == 0 else "viewer",
                  "departments": [],
                  "tokens": [{"hash": hashlib.sha256(token.encode()).hexdigest()}]}
        _redis(peer, "HSET", "pressboard:users", f"user-{number}", json.dumps(record))
    _redis(peer, "PUBLISH", "pressboard:control", "users changed")
    time.sleep(1)


class Station(Client):
    def __init__(self, port, number, user):
        self.number = number
        self.user = user
        self.texts = []
        super().__init__(port)
        self.socket.setblocking(False)

    def say(self, data):
        """The request has the user's code; the hello says which station it is."""
        if data is HEAD:
            path = b"/ws/notifications/?token=token-%d HTTP" % self.user
            data = HEAD.replace(b"/ws/notifications/ HTTP", path)
        elif b'"hello"' in data:
            data = frame((HELLO % (self.number, self.number, self.number)).encode())
        self.socket.sendall(data)

    def tell(self, message):
        self.say(frame(json.dumps(message).encode()))

    def read(self):
        """How often each of these came since the last time."""
        try:
            data = self.socket.recv(1 << 20)
        except BlockingIOError:
            return {}
        if not data:
            raise ConnectionError("the server hung up")
        self.heard = (self.heard + data)[-(1 << 16):]
        found = {word: data.count(word) for word in WORDS}
        return {word: count for word, count in found.items() if count}


ALARM, SETTLED, NUMBERS = b'"type":"general_notification"', b'"type":"settled"', b'"type":"receipts"'
WORDS = (ALARM, SETTLED, NUMBERS)


class Stations:
    def __init__(self, port):
        self.all = [Station(port, n, n // OF_A_USER) for n in range(STATIONS)]
        self.sender = self.all[0]  # an admin: he hears the numbers, too
        self.selector = selectors.DefaultSelector()
        for station in self.all:
            self.selector.register(station.socket, selectors.EVENT_READ, station)
        self.heard = dict.fromkeys(WORDS, 0)
        self.numbers = 0  # messages of numbers to the sender

    def turn(self, patience):
        for key, _ in self.selector.select(patience):
            for word, count in key.data.read().items():
                self.heard[word] += count
                if word == NUMBERS and key.data is self.sender:
                    self.numbers += count

    def until_all_have(self, word, times):
        end = time.monotonic() + PATIENCE_S
        while self.heard[word] < times * STATIONS:
            if time.monotonic() > end:
                raise TimeoutError(f"{self.heard[word]} of {times * STATIONS} {word.decode()}")
            self.turn(0.1)


def variants(options):
    return {f"{STATIONS} stations": {"seconds": options.seconds or 10}}


def _send_alarm(peer):
    data = json.dumps({"message": "19:00 停机", "alarm": True, "confirm": True})
    return _redis(peer, "XADD", "pressboard:events", "*", "type", "general_notification", "data",
                  data)


def _seconds_to_settle(peer, stations, times):
    alarm = _send_alarm(peer)
    stations.until_all_have(ALARM, times)
    begin = time.monotonic()
    stations.all[-1].tell({"type": "settle", "ref": alarm, "id": alarm})
    stations.until_all_have(SETTLED, times)
    return time.monotonic() - begin


def _tell_receipts(stations, alarm, seconds):
    """Each its three, in order, at moments of its own."""
    chance = random.Random(1)
    plan = sorted((moment, number, state)
                  for number in range(STATIONS)
                  for moment, state in zip(sorted(chance.uniform(0, seconds) for _ in range(3)),
                                           ("delivered", "seen", "confirmed")))
    begin = time.monotonic()
    for moment, number, state in plan:
        while time.monotonic() - begin < moment:
            stations.turn(max(0, min(0.005, moment - (time.monotonic() - begin))))
        stations.all[number].tell({"type": "receipt", "ref": f"{number}-{state}", "state": state,
                                   "ids": [alarm]})


def _share_of_a_core(peer, seconds, work):
    cpu = peer.cpu_seconds()
    work(seconds)
    return 100 * (peer.cpu_seconds() - cpu) / seconds


def measure(context, parameters):
    peer, seconds = context.peer, parameters["seconds"]
    _add_users(peer, STATIONS // OF_A_USER)
    stations = Stations(peer.port)
    time.sleep(1)
    settled = max(_seconds_to_settle(peer, stations, n + 1) for n in range(3))
    alarm = _send_alarm(peer)
    stations.until_all_have(ALARM, 4)
    quiet = _share_of_a_core(peer, QUIET_S, time.sleep)
    stations.numbers = 0
    busy = _share_of_a_core(peer, seconds, lambda time_s: _tell_receipts(stations, alarm, time_s))
    end = time.monotonic() + 2
    while time.monotonic() < end:
        stations.turn(0.1)
    last = stations.sender.heard.rsplit(NUMBERS, 1)[0].rsplit(b"{", 1)[1]
    return {
        "settled_ms": 1000 * settled,
        "numbers_per_s": stations.numbers / (seconds + 2),
        "cpu_percent": busy - quiet,
        "quiet_percent": quiet,
        "confirmed": int(last.split(b'"confirmed":')[1].split(b",")[0]),
    }


SCENARIO = Scenario(
    "notice", f"Notices: an alarm to {STATIONS:,} stations",
    [Column("settled_ms", "settled on all, ms", 0),
     Column("numbers_per_s", "messages/s to its sender", 2),
     Column("cpu_percent", "% of a core for their receipts", 1),
     Column("quiet_percent", "% of a core without them", 1),
     Column("confirmed", "confirmed", 0)],
    variants, measure, peers=("pressboard",), in_quick=())
