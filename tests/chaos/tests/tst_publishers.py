# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the load publishes is what the judge can tell apart, and the same for the same seed."""

import random
import unittest

from load.events import EventMaker
from truth.event import tag_in


class Events(unittest.TestCase):
    def drafts(self, seed, count=500):
        maker = EventMaker("p", random.Random(seed), 1000)
        return [maker.draft() for _ in range(count)]

    def test_every_event_has_a_word_of_its_own(self):
        drafts = self.drafts(1)
        tags = {tag_in(draft.data) for draft in drafts}
        self.assertEqual(len(tags), len(drafts))
        self.assertEqual([tag_in(draft.data) for draft in drafts], [draft.tag for draft in drafts])

    def test_the_same_seed_makes_the_same(self):
        kinds = [[(draft.kind, draft.groups, draft.tag) for draft in self.drafts(3)]
                 for _ in range(2)]
        self.assertEqual(*kinds)


if __name__ == "__main__":
    unittest.main()
