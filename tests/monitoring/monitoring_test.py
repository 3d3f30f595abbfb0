#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server, watched by a real Prometheus.

    monitoring_test.py BIN_FOLDER [PICTURE]

Each query of the Grafana board answers with numbers of that server; each fault that can be made here
moves the number that its alert looks at; and promtool finds nothing in the page and in the rules. When
the alerts fire, and when not yet, is pressboard.rules.test.yml's; that they do, alerts_test.py's. With PICTURE, Prometheus' own page is
painted into that file by chromium. Exit 77 without prometheus.
"""
import http.client
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support/programs"))

from running import Prometheus, Server, wait_until  # noqa: E402

MONITORING = ROOT / "installer/monitoring"
RULES = MONITORING / "pressboard.rules.yml"


def promtool(*arguments, text=None):
    said = subprocess.run(["promtool", *map(str, arguments)], input=text, check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert said.returncode == 0, said.stdout
    return said.stdout


def check_rules():
    promtool("check", "rules", RULES)
    with tempfile.TemporaryDirectory() as folder:
        test = Path(folder, "test.yml")
        template = Path(__file__).with_name("pressboard.rules.test.yml")
        test.write_text(template.read_text(encoding="utf-8").replace("RULES", str(RULES)),
                        encoding="utf-8")
        promtool("test", "rules", test)


def every_alert_is_tested():
    test = Path(__file__).with_name("pressboard.rules.test.yml").read_text(encoding="utf-8")
    alerts = [line.split(": ")[1] for line in RULES.read_text(encoding="utf-8").splitlines()
              if "- alert:" in line]
    missing = [alert for alert in alerts if f'"{alert}"' not in test]
    assert alerts and not missing, missing


def queries_of_the_board():
    board = json.loads((MONITORING / "pressboard.grafana.json").read_text(encoding="utf-8"))
    for panel in board["panels"]:
        for target in panel["targets"]:
            expression = target["expr"].replace("$instance", ".*")
            yield panel["title"], expression.replace("$__rate_interval", "15s")


def publish(server, count):
    events = "".join(json.dumps({"ref": f"{os.getpid()}-{count}-{n}", "type": "order_notification",
                                 "data": {"order_id": n, "quantity": count}}) + "\n"
                     for n in range(count))
    subprocess.run(server.ctl_command("publish", "-"), input=events, check=True, text=True,
                   stdout=subprocess.DEVNULL)


def ask_with_wrong_token(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/ws/notifications/", headers={
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Authorization": "Bearer wrong"})
    assert connection.getresponse().status == 401


def board_answers(server, prometheus):
    for count in range(30, 34):  # so that rates have something to rise over
        publish(server, count)
        seen = prometheus.query("count_over_time(up[10m])")
        wait_until("scraped again", lambda at=seen: prometheus.query("count_over_time(up[10m])") != at)
    for title, expression in queries_of_the_board():
        wait_until(f"“{title}” has numbers: {expression}", lambda query=expression: [
            value for _, value in prometheus.query(query) if not math.isnan(value)])


def numbers_are_true(server, prometheus):
    # What the checkpoint waits for is written within seconds.
    wait_until("the checkpoint has all", lambda: server.metric("pressboard_checkpoint_lag_seconds") == 0)
    assert server.metric("pressboard_writer") == 1
    events = server.metric("pressboard_events_total")
    assert events >= 30 + 31 + 32 + 33, events
    assert server.metric("pressboard_event_to_socket_seconds_count") >= 126
    last = server.redis("XREVRANGE", "pressboard:events", "+", "-", "COUNT", "1").split("-")[0]
    assert server.metric("pressboard_log_last_event_timestamp_seconds") == int(last) / 1000
    free = shutil.disk_usage(server.data).free
    assert abs(server.metric("pressboard_disk_free_bytes") - free) < 1 << 30
    files = len(os.listdir(f"/proc/{server.process.pid}/fd"))
    assert abs(server.metric("process_open_fds") - files) <= 4
    assert prometheus.query('up{job="pressboard"}')[0][1] == 1


def faults_are_seen(server, prometheus):
    server.redis("XADD", "pressboard:events", "*", "type", "order_notification", "data", "nonsense")
    wait_until("a reject is counted", lambda: server.metric("pressboard_rejected_total") == 1)
    ask_with_wrong_token(server)
    wait_until("a refusal is counted",
               lambda: 'pressboard_refused_total{status="401"} 1\n' in server.metrics())
    wait_until("PressboardRejects fires", lambda: prometheus.query(
        'ALERTS{alertname="PressboardRejects",alertstate="firing"}'))
    redis = server.redis_pid()
    os.kill(redis, signal.SIGSTOP)
    try:
        for alert in ("PressboardNotReady",):
            wait_until(f"{alert} is pending",
                       lambda name=alert: prometheus.query(f'ALERTS{{alertname="{name}"}}'))
        assert server.metric("pressboard_log_writable") == 0
    finally:
        os.kill(redis, signal.SIGCONT)
    wait_until("it is ready again", lambda: server.metric("pressboard_ready") == 1)
    server.redis("CONFIG", "SET", "maxmemory", "1")
    wait_until("PressboardNothingNew is pending",
               lambda: prometheus.query('ALERTS{alertname="PressboardNothingNew"}'))
    server.redis("CONFIG", "SET", "maxmemory", "0")
    server.end(signal.SIGKILL)
    wait_until("PressboardDown is pending",
               lambda: prometheus.query('ALERTS{alertname="PressboardDown"}'))


def paint(prometheus, picture):
    graph = ("rate(pressboard_events_total[15s])", "rate(pressboard_deliveries_total[15s])",
             "ALERTS")
    asked = "&".join(f"g{n}.expr={expression}&g{n}.tab={0 if n < 2 else 1}&g{n}.range_input=5m"
                     for n, expression in enumerate(graph))
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--window-size=1280,1800", "--virtual-time-budget=20000",
                    f"--screenshot={picture}", f"http://{prometheus.address}/graph?{asked}"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(programs, picture=None):
    if not shutil.which("prometheus") or not shutil.which("promtool"):
        return 77
    check_rules()
    every_alert_is_tested()
    server = Server(programs)
    prometheus = None
    try:
        assert promtool("check", "metrics", text=server.metrics()) == ""
        prometheus = Prometheus([server.ops], RULES)
        board_answers(server, prometheus)
        numbers_are_true(server, prometheus)
        if picture:
            paint(prometheus, picture)
        faults_are_seen(server, prometheus)
    except AssertionError:
        print(server.log())
        raise
    finally:
        if prometheus:
            prometheus.close()
        server.close()
    print("each query of the board answers, each fault is seen")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
