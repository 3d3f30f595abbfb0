# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark ends in time, whatever a peer does."""

import time

FULL_SECONDS = 20 * 60
QUICK_SECONDS = 3 * 60


class Budget:
    def __init__(self, seconds):
        self.start = time.monotonic()
        self.seconds = seconds

    def spent(self):
        return time.monotonic() - self.start

    def runs(self, wanted):
        """As many as wanted, one when time gets short, none when it is used up."""
        share = self.spent() / self.seconds
        return 0 if share > 0.95 else 1 if share > 0.8 else wanted
