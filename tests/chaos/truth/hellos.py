# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a client has asked for its board a second time and is not answered yet.

What was under way then comes once more, and a snapshot may be a little older: no wrong of anybody."""

from truth.trace import Asked, Cut, Greeted, Synced


class Hellos:
    def __init__(self):
        self._unanswered = 0
        self._asked_again = False

    @property
    def overlap(self):
        return self._asked_again

    def note(self, record):
        """Each record of a trace, after it was judged."""
        if isinstance(record, (Greeted, Cut)):
            self._unanswered, self._asked_again = 1, False
        elif isinstance(record, Asked):
            self._unanswered, self._asked_again = self._unanswered + 1, True
        elif isinstance(record, Synced):
            self._unanswered = max(0, self._unanswered - 1)
            self._asked_again = self._asked_again and self._unanswered > 0
