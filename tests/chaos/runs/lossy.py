# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis loses its past, again and again: all agree in the end, and what was lost was told."""

import asyncio
import datetime
import random

from faults.catalogue import beside_losses, of_losses
from faults.storm import Storm
from runs.strict import begin, chosen_faults
from runs.verdict import Verdict, keep_evidence
from truth import freshness
from truth.judge import LossyJudge
from truth.trace import Source
from truth.violation import Violation
from world.shop import Shop

READERS = ("whole", "ann", "bob", "eve")


async def run(options, binaries):
    dice, verdict = random.Random(options.seed), Verdict(options)
    async with Shop(binaries, dice, options.servers, not options.no_namespaces) as shop:
        shop.keeps_folder = options.keep
        verdict.say(f"seed {options.seed}, {shop.folder}, namespaces: {shop.use_namespaces}")
        losses = Storm(shop, random.Random(options.seed + 1), chosen_faults(options, of_losses()),
                       verdict.say)
        others = Storm(shop, random.Random(options.seed + 2), beside_losses(shop.use_namespaces),
                       verdict.say)
        await begin(shop, options)
        await asyncio.gather(losses.blow(options.seconds, (2.0, 6.0)),
                             others.blow(options.seconds, (2.0, 5.0)))
        violations, checked = await judged(shop, verdict)
        if violations:
            keep_evidence(shop, violations, verdict)
        losses.struck.update(others.struck)
        losses.unproven += others.unproven
        return verdict.tell(violations, losses, checked)


async def judged(shop, verdict):
    await shop.heal()
    await asyncio.sleep(3)  # what is published now must be seen by all
    await shop.stop_publishing()
    fresh = await shop.add_server(len(shop.servers) + 5)
    is_ready = await fresh.becomes_ready(20)
    for name in READERS:
        for server in shop.servers:
            shop.add_desk(f"{name}-fresh@{server.name}", name, server)
    violations = [Violation("recovery", "settling", sentence) for sentence in await shop.settles()]
    if not is_ready:
        violations.append(Violation("recovery", "a fresh server", str(await fresh.readiness())))
    for desk in shop.desks:
        desk.close_trace()
    told = told_losses(shop)
    verdict.say(f"told: {told}")
    violations += [found for desk in shop.desks for found in freshness.backwards(desk.trace)]
    violations += _judge(shop, told)
    return violations, sum(len(desk.trace.records) for desk in shop.desks)


def _judge(shop, told):
    boards = {desk.name: (desk.user.audience, desk.epoch, desk.trace.last_board)
              for desk in shop.desks if desk.is_synced}
    published = [each for each in shop.publications if each.at > shop.thrown_away_until]
    whole = f"whole-fresh@{shop.servers[0].name}"
    if whole not in boards:
        return [Violation("recovery", whole, "never saw a board")]
    once = {span(record.loss) for desk in shop.desks for record in desk.trace.of(Source)
            if record.loss}
    found = LossyJudge(boards, set(told.values()) - {None}, once).judge(published, whole)
    if len(set(told.values())) > 1:
        found.append(Violation("loss", "servers", f"do not tell the same: {told}"))
    return found


def told_losses(shop):
    """{server: the loss it tells now}, None for none."""
    told = {}
    for desk in shop.desks:
        said = desk.trace.of(Source)
        if said and desk.is_synced and "fresh" in desk.name:
            told[said[-1].server] = said[-1].loss and span(said[-1].loss)
    return told


def span(loss):
    """(from, to) in milliseconds."""
    moments = (datetime.datetime.fromisoformat(loss[end].replace("Z", "+00:00"))
               for end in ("from", "to"))
    return tuple(moment.timestamp() * 1000 for moment in moments)
