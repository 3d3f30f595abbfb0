# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run says at its end."""

from collections import Counter
from dataclasses import replace

from truth.trace import Synced


def keep_evidence(shop, violations, verdict):
    """The folder stays, with what each client heard that a violation names."""
    shop.keeps_folder = True
    named = {violation.who for violation in violations}
    for client in shop.desks + shop.classics:
        if client.name in named:
            lines = [str(replace(record, board=None) if isinstance(record, Synced) else record)
                     for record in client.trace.records]
            (shop.folder / f"heard-by-{client.name}").write_text("\n".join(lines) + "\n")
    verdict.say(f"all words are in {shop.folder}")


class Verdict:
    def __init__(self, options):
        self.options = options
        self.lines = []

    def say(self, line):
        if not self.options.quiet:
            print(line, flush=True)

    def tell(self, violations, storm, checked, sabotaged=None):
        """Prints it; the exit code."""
        if sabotaged:
            return self._tell_sabotage(violations, sabotaged)
        for sentence in storm.unproven:
            self.say(f"unproven: {sentence}")
        for violation in violations[:25]:
            print(f"  {violation}")
        kinds = Counter(violation.kind for violation in violations)
        print(f"seed {self.options.seed} {self.options.mode}: {sum(storm.struck.values())} faults "
              f"of {len(storm.struck)} kinds, {checked} events checked, "
              f"{len(violations)} violations {dict(kinds) if kinds else ''}", flush=True)
        return 1 if violations else 0

    def _tell_sabotage(self, violations, name):
        seen = [violation for violation in violations if violation.who == name]
        others = [violation for violation in violations if violation.who != name]
        for violation in seen[:3] + others[:5]:
            print(f"  {violation}")
        print(f"seed {self.options.seed}: the judge named the forgetful client {len(seen)} times, "
              f"others {len(others)} times", flush=True)
        return 0 if seen and not others else 1
