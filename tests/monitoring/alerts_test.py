#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts that fire by their fault, made on a real server that a real Prometheus watches.

    alerts_test.py BIN_FOLDER

The rules do not wait here ("for: 0s"): how long each has to is pressboard.rules.test.yml's, and so are
the faults that take hours or gigabytes. Exit 77 without prometheus.
"""
import http.client
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support/programs"))

from running import PATIENCE, Prometheus, Server, wait_until  # noqa: E402

RULES = ROOT / "installer/monitoring/pressboard.rules.yml"


def impatient_rules(folder):
    rules = Path(folder, "rules.yml")
    rules.write_text(re.sub(r"\bfor: \w+", "for: 0s", RULES.read_text(encoding="utf-8")), encoding="utf-8")
    return rules


def certificate(folder, days):
    key, cert = Path(folder, "key.pem"), Path(folder, "cert.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-keyout", key, "-out", cert, "-days", str(days), "-subj", "/CN=localhost"],
                   check=True, stderr=subprocess.DEVNULL)
    return ["--tls-cert", cert, "--tls-key", key]


def unverified():
    """Trust in a certificate that is its own authority."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Watched:
    """A server and its alerts."""

    def __init__(self, server, prometheus):
        self.server, self.prometheus = server, prometheus

    def fires(self, alert):
        return self.prometheus.query(
            f'ALERTS{{alertname="Pressboard{alert}",alertstate="firing",job="pressboard"}}'
            f' or ALERTS{{alertname="Pressboard{alert}",alertstate="firing",job=""}}')

    @contextmanager
    def fault(self, alert, passes=True):
        """What is done inside makes it fire; and when it is over, it does not go on."""
        assert not self.fires(alert), f"{alert} fires before its fault"
        yield
        if passes:
            wait_until(f"{alert} is over", lambda: not self.fires(alert))

    def wait_for(self, alert):
        wait_until(f"{alert} fires", lambda: self.fires(alert))

    def lost_redis(self):
        with self.fault("NotReady"):
            redis = self.server.redis_pid()
            os.kill(redis, signal.SIGSTOP)
            try:
                self.wait_for("NotReady")
            finally:
                os.kill(redis, signal.SIGCONT)

    def full_redis(self):
        with self.fault("NothingNew"):
            self.server.redis("CONFIG", "SET", "maxmemory", "1")
            self.wait_for("NothingNew")
            self.server.redis("CONFIG", "SET", "maxmemory", "0")

    def other_writer(self):
        """One that hangs, and whose lease does not run out."""
        with self.fault("NoWriter"):
            wait_until("NoWriter fires", lambda: self.server.redis(
                "SET", "pressboard:writer", "somebody", "PX", "60000") and self.fires("NoWriter"))
            self.server.redis("DEL", "pressboard:writer")

    def bad_publisher(self):
        with self.fault("Rejects", passes=False):
            self.server.redis("XADD", "pressboard:events", "*", "type", "order_notification", "data", "nonsense")
            self.wait_for("Rejects")

    def wrong_codes(self):
        with self.fault("Refuses", passes=False):
            wait_until("Refuses fires", lambda: self.turn_away() and self.fires("Refuses"))

    def turn_away(self):
        connection = http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=PATIENCE,
                                                 context=unverified())
        connection.request("GET", "/ws/notifications/", headers={
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Authorization": "Bearer wrong"})
        return connection.getresponse().status in (401, 429)

    def few_files(self):
        with self.fault("FilesShort"):
            before = self.file_limit()
            wait_until("FilesShort fires", self.take_files)
            self.set_file_limit(before)

    def take_files(self):
        """All but one; other connections may have ended since the last time."""
        self.set_file_limit(len(os.listdir(f"/proc/{self.server.process.pid}/fd")) + 1)
        return self.fires("FilesShort")

    def file_limit(self):
        return subprocess.run(["prlimit", f"--pid={self.server.process.pid}", "--nofile", "--output=SOFT",
                               "--noheadings"], check=True, text=True, stdout=subprocess.PIPE).stdout.strip()

    def set_file_limit(self, files):
        subprocess.run(["prlimit", f"--pid={self.server.process.pid}", f"--nofile={files}:"], check=True)

    def delays(self):
        """The server hangs for seconds while events come."""
        with self.fault("Slow", passes=False):
            wait_until("Slow fires", self.hang)

    def hang(self):
        process = self.server.process.pid
        os.kill(process, signal.SIGSTOP)
        try:
            for order in range(20):
                self.server.redis("XADD", "pressboard:events", "*", "type", "order_notification", "data",
                                  f'{{"order_id":{order},"quantity":{order}}}')
            wait_until("it has hung for two seconds", lambda: self.is_unseen_for(2))
        finally:
            os.kill(process, signal.SIGCONT)
        return self.fires("Slow")

    def is_unseen_for(self, seconds):
        """By Redis' clock, the last event."""
        now = int(self.server.redis("TIME").split()[0])
        last = self.server.redis("XREVRANGE", "pressboard:events", "+", "-", "COUNT", "1")
        return now - int(last.split("-")[0]) / 1000 > seconds

    def restarts(self):
        with self.fault("Restarts", passes=False):
            wait_until("Restarts fires", self.restart)

    def restart(self):
        self.server.end()
        self.server.start()
        started = self.server.metric("process_start_time_seconds")
        wait_until("it was scraped", lambda: self.prometheus.query(
            f'process_start_time_seconds{{job="pressboard"}} == {started}'))
        return self.fires("Restarts")

    def end(self):
        with self.fault("Down", passes=False):
            self.server.end(signal.SIGKILL)
            self.wait_for("Down")


def main(programs):
    if not shutil.which("prometheus"):
        return 77
    with tempfile.TemporaryDirectory() as folder:
        server = Server(programs, *certificate(folder, days=5))
        prometheus = None
        try:
            prometheus = Prometheus([server.ops], impatient_rules(folder))
            watched = Watched(server, prometheus)
            watched.wait_for("CertificateEnds")
            for fault in (watched.lost_redis, watched.full_redis, watched.other_writer, watched.bad_publisher,
                          watched.wrong_codes, watched.few_files, watched.delays, watched.restarts,
                          watched.end):
                fault()
        except AssertionError:
            print(server.log())
            raise
        finally:
            if prometheus:
                prometheus.close()
            server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
