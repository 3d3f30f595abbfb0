# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Masters go and replicas take over. What Redis loses by that is told, and all agree in the end."""

import random

from faults.catalogue import of_failovers
from faults.storm import Storm
from runs.lossy import judged
from runs.strict import begin, chosen_faults
from runs.verdict import Verdict, keep_evidence
from world.sentinel_shop import SentinelShop


async def run(options, binaries):
    dice, verdict = random.Random(options.seed), Verdict(options)
    async with SentinelShop(binaries, dice, options.servers) as shop:
        shop.keeps_folder = options.keep
        by = "the servers themselves" if shop.sentinels_are_spoken else "a proxy"
        verdict.say(f"seed {options.seed}, {shop.folder}, the master is followed by {by}")
        storm = Storm(shop, random.Random(options.seed + 1),
                      chosen_faults(options, of_failovers()), verdict.say)
        await begin(shop, options)
        await storm.blow(options.seconds, (1.0, 3.0))
        violations, checked = await judged(shop, verdict)
        if violations:
            keep_evidence(shop, violations, verdict)
        return verdict.tell(violations, storm, checked)
