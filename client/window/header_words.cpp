// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/header_words.h"

#include "client/store/store.h"

namespace pressboard::client {

HeaderFacts HeaderWords::of(const Store &store, const LinkFacts &link,
                            const Surroundings &surroundings)
{
    HeaderFacts header;
    header.state = StatusWords::state(store, link);
    header.live = !store.isStale();
    header.lastChange = StatusWords::lastChange(store);
    header.caution = StatusWords::caution(store);
    if (header.caution.isEmpty())
        header.caution = StatusWords::unread(store);
    header.linkDetail = StatusWords::linkDetail(store.connectionStatus());
    if (const QString loss = StatusWords::lossSentence(store); !loss.isEmpty())
        header.linkDetail = loss;
    header.mute = surroundings.mutedUntil.isEmpty()
        ? tr("Do not disturb")
        : tr("Do not disturb until %1").arg(surroundings.mutedUntil);
    header.unread = surroundings.unread;
    header.turns = surroundings.turns;
    header.maySend = store.permissions().contains(QStringLiteral("notify"));
    header.station = surroundings.station;
    header.clock = StatusWords::clockTime(store.now(), store);
    header.clockWarning = StatusWords::clockWarning(store);
    header.banner = StatusWords::banner(store, link);
    return header;
}

} // namespace pressboard::client
