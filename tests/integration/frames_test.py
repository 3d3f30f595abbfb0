#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every frame that version 1 clients of the integration tests heard fits shared/protocol/messages.schema.json.

    frames_test.py FRAMES      a frame a line, as they left them in this run
"""
import json
import sys
from collections import Counter
from pathlib import Path

import jsonschema

PROTOCOL = Path(__file__).resolve().parents[2] / "shared/protocol"


def schema(name):
    return json.loads((PROTOCOL / name).read_text(encoding="utf-8"))


def validator():
    messages, events = schema("messages.schema.json"), schema("events.schema.json")
    for each in (messages, events):
        jsonschema.Draft202012Validator.check_schema(each)
    resolver = jsonschema.RefResolver("messages.schema.json", messages,
                                      store={"messages.schema.json": messages, "events.schema.json": events})
    return jsonschema.Draft202012Validator(messages, resolver=resolver)


def reason(error):
    """The innermost of what did not fit."""
    while error.context:
        error = error.context[0]
    return f"{'/'.join(map(str, error.absolute_path)) or 'the frame'}: {error.message}"


def main(path):
    fits, seen, wrong = validator(), Counter(), []
    if not Path(path).exists():
        print("no frames: none of the integration tests ran")
        return 0
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        frame = json.loads(line)
        seen[frame.get("type")] += 1
        wrong += [f"{reason(error)} in {line[:300]}" for error in fits.iter_errors(frame)]
    print(dict(seen))
    print("\n".join(wrong[:10]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
