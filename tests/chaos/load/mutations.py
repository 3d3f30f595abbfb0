# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a hostile program may write on a socket: requests and frames, right, nearly right, and not
right at all. Pure; the dice decide."""

import json
import struct

_PATHS = ("/ws/notifications/", "/ws/notifications", "/", "/api/v1/events", "/api/v1/notices",
          "/api/v1/stats", "/api/v1/orders/1", "/api/v1/orders/%00", "/readyz", "/metrics", "*",
          "http://a/ws/notifications/", "/ws/notifications/?token=x", "/" + "a" * 3000)
_HEADERS = ("Host: a\r\nHost: b", "Upgrade: h2c, websocket", "Sec-WebSocket-Version: 8",
            "Sec-WebSocket-Protocol: pressboard.v1, pressboard.v2", "Sec-WebSocket-Key: short",
            "Origin: null", "Origin: http://a:99999", "X-Real-IP: ::1%eth0", " folded",
            "Content-Length: 5", "Content-Length: -1", "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 18446744073709551617", "Transfer-Encoding: chunked",
            "Expect: 100-continue", "Content-Type: application/json", "Authorization: Basic YTpi",
            "Idempotency-Key: a", "Connection: close", "X: " + "b" * 2000)
_VALUES = (None, True, -1, 0, 2**63, 1e308, "", "\u0000", "\ud83d\ude00", "a" * 5000, [], {}, [[[]]],
           {"a": {"a": {}}}, "9" * 400, "../..", "\u202eabc", ["x"] * 300)


def messages():
    """Of every kind that a client may send."""
    resume = {"epoch": "e", "position": "1795423846000-1"}
    client = {"version": "1", "station": "s", "language": "en", "id": "station-1", "kind": "desk"}
    notice = {"type": "general_notification", "data": {"message": "m", "type": "info"}}
    order = {"type": "order_notification", "data": {"order_id": 1, "status": 2}, "groups": []}
    return [
        {"type": "hello", "resume": resume, "features": ["zlib", "text-ids"], "client": client},
        {"type": "hello", "resume": None, "features": ["receipts", "alarms", "stations", "unread"],
         "client": client},
        {"type": "ping"},
        {"type": "publish", "ref": "r", "event": notice},
        {"type": "publish", "ref": "r", "event": order},
        {"type": "publish", "ref": "r", "test": True, "event": notice},
        {"type": "receipt", "ref": "r", "state": "seen", "ids": ["1795423846000-1"]},
        {"type": "receipts", "id": "1795423846000-1"},
        {"type": "settle", "ref": "r", "id": "1795423846000-1"},
        {"type": "stations", "follow": True},
        {"type": "token", "token": "a.b.c"},
    ]


def request(dice, token):
    """A head, and perhaps a body. Half of them are upgrades that will do."""
    upgrade = ["Host: 127.0.0.1", "Upgrade: websocket", "Connection: Upgrade",
               "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
               "Sec-WebSocket-Protocol: pressboard.v1", f"Authorization: Bearer {token}"]
    method, path, headers, body = "GET", _PATHS[0], list(upgrade), b""
    if dice.random() < 0.5:
        method = dice.choice(("GET", "POST", "HEAD", "PUT", "OPTIONS", "get", "PRI", ""))
        path = dice.choice(_PATHS)
        for _ in range(dice.randrange(4)):
            headers.insert(dice.randrange(len(headers)), dice.choice(_HEADERS))
        if dice.random() < 0.3:
            headers.pop(dice.randrange(len(headers)))
        body = json.dumps(dice.choice(messages())).encode() if method == "POST" else b""
    end = dice.choice(("\r\n\r\n",) * 8 + ("\n\n", "\r\n", "\r\n\r\n\r\n"))
    version = dice.choice(("HTTP/1.1",) * 8 + ("HTTP/1.0", "HTTP/2", "HTTP/1.1 "))
    head = f"{method} {path} {version}\r\n" + "\r\n".join(headers) + end
    return head.encode() + body


def frame(payload, opcode=1, fin=True, mask=b"\1\2\3\4", reserved=0, length=None):
    """RFC 6455, 5.2. `mask` None: unmasked; `length`: a lie."""
    length = len(payload) if length is None else length
    head = bytes([(fin << 7) | (reserved << 4) | opcode])
    flag = 0x80 if mask else 0
    if length < 126:
        head += bytes([flag | length])
    elif length < 1 << 16:
        head += bytes([flag | 126]) + struct.pack(">H", length)
    else:
        head += bytes([flag | 127]) + struct.pack(">Q", length & (2**64 - 1))
    if mask:
        payload = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
    return head + (mask or b"") + payload


def hostile_frames(dice):
    """One message, by one of the ways to say it wrong; or right."""
    text = odd_text(dice)
    ways = (
        lambda: frame(text),
        lambda: frame(text),
        lambda: _in_pieces(dice, text),
        lambda: damaged(dice, frame(text)),
        lambda: frame(text, mask=None),
        lambda: frame(text, opcode=dice.randrange(16), fin=dice.random() < 0.5),
        lambda: frame(text, reserved=dice.randrange(8)),
        lambda: frame(text[:40], length=dice.choice((125, 126, 65535, 2**31, 2**63, 2**64 - 1))),
        lambda: frame(b"p" * dice.randrange(200), opcode=dice.choice((9, 10))),
        lambda: frame(struct.pack(">H", dice.randrange(65536)) + b"\xff" * dice.randrange(130),
                      opcode=8),
        lambda: frame(b"", fin=False, opcode=0) * dice.randrange(1, 60),
        lambda: frame(text, opcode=2),
    )
    return dice.choice(ways)()


def odd_text(dice):
    """A message of ours with one member changed, or its bytes damaged."""
    message = dice.choice(messages())
    if dice.random() < 0.7:
        _change_one(dice, message)
    text = json.dumps(message, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
    return damaged(dice, text) if dice.random() < 0.3 else text


def _change_one(dice, message):
    """Somewhere in it: another value, another name, or no member."""
    inner = [message] + [each for each in message.values() if isinstance(each, dict)]
    place = dice.choice(inner)
    name = dice.choice(sorted(place))
    how = dice.randrange(4)
    if how == 0:
        place.pop(name)
    elif how == 1:
        place[name + "\u0000"] = place.pop(name)
    else:
        place[name] = dice.choice(_VALUES)


def _in_pieces(dice, text):
    """Fragments, cut anywhere: inside a character, too, with a ping in between."""
    cuts = sorted(dice.randrange(len(text) + 1) for _ in range(dice.randrange(1, 5)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)])]
    frames = [frame(piece, opcode=0 if number else 1, fin=number == len(pieces) - 1)
              for number, piece in enumerate(pieces)]
    return frame(b"between", opcode=9).join(frames)


def damaged(dice, data):
    """A few bytes other, gone, twice, or from nowhere."""
    data = bytearray(data)
    for _ in range(dice.randrange(1, 5)):
        place = dice.randrange(len(data) + 1)
        how = dice.randrange(4)
        if how == 0 and place < len(data):
            data[place] ^= 1 << dice.randrange(8)
        elif how == 1:
            del data[place:place + dice.randrange(1, 20)]
        elif how == 2:
            data[place:place] = data[place:place + dice.randrange(1, 200)]
        else:
            data[place:place] = dice.randbytes(dice.randrange(1, 20))
    return bytes(data)
