#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that a test starts, and ends by their own process: a server, a Redis, a Prometheus."""
import json
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

PATIENCE = 60  # seconds, on a machine that has other things to do


def wait_until(what, holds, patience=PATIENCE):
    """What `holds` gives, once that is something; or says that it never came."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError(f"it never came to this: {what}")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def get(url):
    """(status, text); status 0: nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()
    except OSError:
        return 0, ""


class Program:
    """A child in a folder of its own."""

    def __init__(self, name):
        self.folder = Path(tempfile.mkdtemp(prefix=f"{name}."))
        self.process = None

    def run(self, arguments, **more):
        self.process = subprocess.Popen([str(each) for each in arguments], **more)

    def end(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait()

    def close(self):
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Server(Program):
    def __init__(self, programs, *arguments):
        super().__init__("server")
        self._programs = Path(programs).resolve()
        self._arguments = arguments
        self.data = self.folder / "data"
        self.port, self.ops_port = free_port(), free_port()
        self.ops = f"127.0.0.1:{self.ops_port}"
        self.start()

    def start(self):
        with (self.folder / "log").open("a", encoding="utf-8") as log:
            self.run([self._programs / "pressboard-server", "--data-dir", self.data,
                      "--listen", f"127.0.0.1:{self.port}", "--ops", self.ops, *self._arguments],
                     stdout=log, stderr=log)
        wait_until("the server is ready", lambda: get(f"http://{self.ops}/readyz")[0] == 200)

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8")

    def ctl_command(self, *arguments):
        return [str(each) for each in (self._programs / "pressboardctl", "--data-dir", self.data,
                                       "--ops", self.ops, *self._arguments, *arguments)]

    def ctl(self, *arguments):
        return subprocess.run(self.ctl_command(*arguments), check=False, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)

    def redis(self, *arguments):
        """On the private one."""
        return subprocess.run(["redis-cli", "-s", self.data / "redis.sock", *arguments], check=True,
                              text=True, stdout=subprocess.PIPE, timeout=PATIENCE).stdout.strip()

    def redis_pid(self):
        return int(re.search(r"process_id:(\d+)", self.redis("INFO", "server"))[1])

    def metrics(self):
        return get(f"http://{self.ops}/metrics")[1]

    def metric(self, name):
        """The value of the one series that begins so."""
        found = re.search(rf"^{re.escape(name)}(?:{{[^}}]*}})? (\S+)$", self.metrics(), re.MULTILINE)
        return float(found[1]) if found else None


class Redis(Program):
    def __init__(self):
        super().__init__("redis")
        self.socket = self.folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self.run(["redis-server", "--port", "0", "--unixsocket", self.socket, "--appendonly", "yes",
                  "--dir", self.folder, "--save", ""], stdout=subprocess.DEVNULL)
        wait_until("Redis answers", lambda: self.socket.exists() and self.ask("PING") == "PONG")

    def ask(self, *arguments):
        return subprocess.run(["redis-cli", "-s", self.socket, *arguments], check=False, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              timeout=PATIENCE).stdout.strip()


class Prometheus(Program):
    def __init__(self, targets, rules):
        super().__init__("prometheus")
        self.address = f"127.0.0.1:{free_port()}"
        config = self.folder / "prometheus.yml"
        config.write_text(json.dumps({  # which is YAML, too
            "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
            "rule_files": [str(rules)],
            "scrape_configs": [{"job_name": "pressboard", "scrape_interval": "1s",
                                "static_configs": [{"targets": targets}]}]}), encoding="utf-8")
        self.run(["prometheus", f"--config.file={config}",
                  f"--storage.tsdb.path={self.folder / 'data'}",
                  f"--web.listen-address={self.address}"],
                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until("Prometheus answers",
                   lambda: get(f"http://{self.address}/-/ready")[0] == 200)

    def query(self, expression):
        """[(labels, value)…]; an error is raised."""
        status, text = get(f"http://{self.address}/api/v1/query?"
                           + urllib.parse.urlencode({"query": expression}))
        assert status == 200, f"{expression}: {text}"
        return [(each["metric"], float(each["value"][1])) for each in json.loads(text)["data"]["result"]]
