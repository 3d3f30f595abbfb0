# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What attackers write: the same for the same seed, right where it says so, of every kind."""

import json
import random
import struct
import unittest

from load.mutations import frame, hostile_frames, messages, odd_text, request


def unmasked(data, mask=b"\1\2\3\4"):
    return bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))


class Mutations(unittest.TestCase):
    def test_a_right_frame_is_right(self):
        for size in (0, 1, 125, 126, 65535, 65536):
            payload = bytes(place % 251 for place in range(size))
            data = frame(payload)
            head = 6 if size < 126 else 8 if size < 65536 else 14
            self.assertEqual(data[0], 0x81)
            self.assertEqual(data[1] & 0x80, 0x80)
            self.assertEqual(unmasked(data[head:]), payload)
            self.assertEqual(len(data), head + size)

    def test_a_lie_about_the_length_stays_one(self):
        self.assertEqual(struct.unpack(">Q", frame(b"abc", length=2**63)[2:10])[0], 2**63)

    def test_the_same_seed_writes_the_same(self):
        for make in (lambda dice: request(dice, "t"), hostile_frames, odd_text):
            first, again = ([make(dice) for _ in range(300)]
                            for dice in (random.Random(5), random.Random(5)))
            self.assertEqual(first, again)

    def test_most_heads_may_be_upgraded_and_some_texts_can_be_read(self):
        dice = random.Random(1)
        heads = [request(dice, "t") for _ in range(400)]
        good = [head for head in heads if head.startswith(b"GET /ws/notifications/ HTTP/1.1\r\nHost")]
        self.assertGreater(len(good), 150)
        self.assertGreater(len(set(heads)), 150)
        kinds = set()
        for _ in range(2000):
            try:
                kinds.add(json.loads(odd_text(dice))["type"])
            except (ValueError, KeyError, TypeError):
                pass
        self.assertLessEqual({message["type"] for message in messages()},
                             {kind for kind in kinds if isinstance(kind, str)})


if __name__ == "__main__":
    unittest.main()
