# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw sockets write nonsense, nearly right, beside honest desks. Nothing of it may reach their
boards or their patience, and no server may stumble: meant for servers built with sanitizers."""

import asyncio
import random

from load.attacker import Attacker
from runs.strict import begin, judged
from runs.verdict import Verdict, keep_evidence
from truth.violation import Violation
from world.shop import Shop

ATTACKERS = 12
_COMPLAINTS = ("AddressSanitizer", "runtime error:", "LeakSanitizer", "ASSERT", "stack smashing")


async def run(options, binaries):
    verdict = Verdict(options)
    async with Shop(binaries, random.Random(options.seed), 1, use_namespaces=False) as shop:
        shop.keeps_folder = options.keep
        verdict.say(f"seed {options.seed}, {shop.folder}")
        await begin(shop, options)
        attackers = [_let_loose(shop, options.seed, number) for number in range(ATTACKERS)]
        await asyncio.sleep(options.seconds)
        for attacker in attackers:
            attacker.task.cancel()
        violations = _stumbles(shop)
        found, judge = await judged(shop)
        violations += found
        if violations:
            keep_evidence(shop, violations, verdict)
        return _tell(options, attackers, violations, judge.checked)


def _let_loose(shop, seed, number):
    attacker = Attacker(random.Random(f"{seed} {number}"), shop.servers[0],
                        shop.users["guest"].token)
    attacker.task = shop.go_on(attacker.run())
    return attacker


def _stumbles(shop):
    """What a server said or did that no client's bytes may make it."""
    server = shop.servers[0]
    found = [] if server.is_running() else ["it ended"]
    found += [line for line in server.words().splitlines()
              if any(complaint in line for complaint in _COMPLAINTS)]
    return [Violation("stumble", server.name, line[:200]) for line in found]


def _tell(options, attackers, violations, checked):
    sums = {word: sum(getattr(attacker, word) for attacker in attackers)
            for word in ("connections", "upgraded", "answers", "written")}
    for violation in violations[:25]:
        print(f"  {violation}")
    print(f"seed {options.seed} attack: {sums['connections']} connections, {sums['upgraded']} "
          f"upgraded, {sums['written'] // 1024} KiB written, {sums['answers']} answers; {checked} "
          f"events checked, {len(violations)} violations", flush=True)
    proven = sums["upgraded"] > 0 and sums["answers"] > sums["connections"] / 4
    return 1 if violations or not proven else 0
