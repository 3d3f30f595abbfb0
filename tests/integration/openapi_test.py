#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""shared/protocol/openapi.json says what a real server answers: each request and each answer fits it, and
each answer that it names was got, but for those that take a machine under load.

    openapi_test.py BIN_FOLDER
"""
import http.client
import json
import re
import subprocess
import sys
import urllib.parse
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support/programs"))

from running import Server, wait_until  # noqa: E402

DOCUMENT = json.loads((ROOT / "shared/protocol/openapi.json").read_text(encoding="utf-8"))
# tst_api and tst_api_bodies have them: a first request that still runs, a slow body, too much, no log.
ELSEWHERE = {"408", "409", "429", "503"}
ORDER = {"type": "order_notification", "data": {"order_id": 7, "order_no": "PO7", "status": 2}}
BAD = {"type": "order_notification", "data": {}}


def check(value, schema, whose):
    resolver = jsonschema.RefResolver("", DOCUMENT)
    errors = list(jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(value))
    assert not errors, f"{whose}: {errors[0].message} in {json.dumps(value)}"


def operation_of(method, target):
    path = urllib.parse.urlsplit(target).path
    for template, operations in DOCUMENT["paths"].items():
        form = re.sub(r"\{[a-z]+\}", "[^/]+", template)
        if re.fullmatch(form, path) and method.lower() in operations:
            return template, operations[method.lower()]
    raise AssertionError(f"{method} {target} is not described")


class Asking:
    def __init__(self, server, codes):
        self.server, self.codes, self.seen = server, codes, set()

    def status(self, target, user):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.request("GET", target, headers={"Authorization": "Bearer " + self.codes[user]})
        return connection.getresponse().status

    def ask(self, status, method, target, user="admin", body=None, **headers):
        """Asks, expects this status, and holds both against the description."""
        template, operation = operation_of(method, target)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if isinstance(body, (dict, list)):
            if status in (200, 201):
                content = operation["requestBody"]["content"]["application/json"]
                check(body, content["schema"], f"the request of {method} {target}")
            headers.setdefault("Content-Type", "application/json")
            body = json.dumps(body)
        if user:
            headers["Authorization"] = f"Bearer {self.codes.get(user, user)}"
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.request(method, target, body.encode() if body is not None else None, headers)
        answer = connection.getresponse()
        said = answer.read()
        assert answer.status == status, f"{method} {target}: {answer.status} {said!r}"
        described = operation["responses"].get(str(status))
        assert described, f"{method} {target}: {status} is not described"
        assert answer.getheader("Content-Type") == "application/json"
        value = json.loads(said)
        check(value, described["content"]["application/json"]["schema"], f"{method} {target} {status}")
        self.seen.add((template, method.lower(), str(status)))
        return value


def publish(asking):
    for target, body in (("/api/v1/events", ORDER), ("/api/v1/notices", {"message": "hello"})):
        first = asking.ask(201, "POST", target, body=dict(body, ref="r" + target))
        again = asking.ask(200, "POST", target, body=dict(body, ref="r" + target))
        assert first["id"] == again["id"]
        other = {"data": {"order_id": 8}} if "data" in body else {"message": "other"}
        asking.ask(422, "POST", target, body=dict(body, ref="r" + target, **other))
        asking.ask(400, "POST", target, body=BAD if "data" in body else {"title": "x"})
        asking.ask(401, "POST", target, user="pb_nobody", body=body)
        asking.ask(403, "POST", target, user="li", body=body)
        asking.ask(411, "POST", target, body=None, Transfer_Encoding="chunked",
                   Content_Type="application/json")
        asking.ask(413, "POST", target, body=" " * (1024 * 1024 + 1), Content_Type="application/json")
        asking.ask(415, "POST", target, body="<a/>", Content_Type="text/xml")
        asking.ask(417, "POST", target, body=body, Expect="wonders")
    listed = asking.ask(201, "POST", "/api/v1/events", body=[ORDER, ORDER], Idempotency_Key="list")
    assert len(listed["events"]) == 2
    assert asking.ask(400, "POST", "/api/v1/events", body=[ORDER, BAD])["field"] == "[1].data.order_id"
    asking.ask(201, "POST", "/api/v1/notices", body="停机", Content_Type="text/plain", Level="warning")
    asking.ask(200, "POST", "/api/v1/notices", user="li", body={"message": "x", "test": True})


def read(asking):
    wait_until("the order is on the board", lambda: asking.status("/api/v1/orders/7", "admin") == 200)
    for target in ("/api/v1/stats", "/api/v1/orders/7", "/api/v1/orders?no=PO7"):
        asking.ask(200, "GET", target)
        asking.ask(400, "GET", target, Content_Length="3")
        asking.ask(401, "GET", target, user=None)
        asking.ask(403, "GET", target, Origin="http://elsewhere.example")
    asking.ask(400, "GET", "/api/v1/orders")
    asking.ask(404, "GET", "/api/v1/orders/8")


def main(programs):
    server = Server(programs)
    try:
        added = subprocess.run([Path(programs, "pressboardctl"), "--data-dir", server.data, "user", "add",
                                "li"], check=True, capture_output=True, encoding="utf-8")
        codes = {"admin": Path(server.data, "admin.token").read_text(encoding="utf-8").strip(),
                 "li": added.stdout.strip()}
        asking = Asking(server, codes)
        wait_until("li is known", lambda: asking.status("/api/v1/stats", "li") == 200)
        publish(asking)
        read(asking)
        described = {(path, method, status) for path, operations in DOCUMENT["paths"].items()
                     for method, operation in operations.items() for status in operation["responses"]}
        missing = {one for one in described - asking.seen if one[2] not in ELSEWHERE}
        assert not missing, f"described, and not got: {sorted(missing)}"
    except AssertionError:
        print(server.log())
        raise
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
