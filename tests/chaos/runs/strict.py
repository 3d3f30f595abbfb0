# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis keeps what it acknowledged: nothing may be lost, doubled or shown to the wrong ones."""

import asyncio
import random

from faults.catalogue import usual
from faults.storm import Storm
from runs.verdict import Verdict, keep_evidence
from truth.judge import StrictJudge
from truth.violation import Violation
from world.shop import Shop


class Forgetful:
    """Drops one message in a thousand; one at least, when the run is half over."""

    def __init__(self, dice):
        self.dice = dice
        self.forgot = 0
        self.must = False

    def __call__(self, _message):
        forgets = self.dice.random() < 0.001 or self.must and not self.forgot
        self.forgot += forgets
        return forgets


def chosen_faults(options, faults):
    if not options.fault:
        return faults
    return [fault for fault in faults
            if any(word.lower() in fault.name.lower() for word in options.fault)]


async def run(options, binaries):
    dice, verdict = random.Random(options.seed), Verdict(options)
    forgetful = Forgetful(random.Random(options.seed)) if options.sabotage else None
    async with Shop(binaries, dice, options.servers, not options.no_namespaces) as shop:
        shop.keeps_folder = options.keep
        verdict.say(f"seed {options.seed}, {shop.folder}, namespaces: {shop.use_namespaces}")
        storm = Storm(shop, random.Random(options.seed + 1),
                      chosen_faults(options, usual(shop.use_namespaces)), verdict.say)
        await begin(shop, options, forgetful)
        await storm.blow(options.seconds / 2)
        if forgetful:
            forgetful.must = True
        await storm.blow(options.seconds / 2)
        violations, judge = await judged(shop)
        verdict.say(f"{judge.boards_checked} boards and {judge.numbers_checked} times the numbers "
                    f"compared; the watch itself was late by {judge.slack:.2f} s at most")
        if violations:
            keep_evidence(shop, violations, verdict)
        return verdict.tell(violations, storm, judge.checked, forgetful and "forgetful")


async def begin(shop, options, forgetful=None):
    await shop.all_ready()
    shop.go_on(shop.log.run())
    shop.open_desks(forgetful)
    shop.open_publishers(options.rate)
    await asyncio.sleep(2)


async def judged(shop):
    await shop.heal()
    await shop.stop_publishing()
    violations = [Violation("recovery", "settling", sentence) for sentence in await shop.settles()]
    for desk in shop.desks:
        if desk.is_synced:
            await desk.ask_again(with_resume=False)
    await shop.settles(10)
    for client in shop.desks + shop.classics:
        client.close_trace()
    judge = StrictJudge(await shop.log.whole(), shop.log.heads, shop.log.lateness)
    violations += judge.judge([desk.trace for desk in shop.desks],
                              [client.trace for client in shop.classics], shop.publications)
    return violations, judge
