// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/wire/limiter.h"
#include "tests/server/wire/peer.h"
#include "tests/server/wire/turn_until.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace pressboard::test {

using Peers = std::vector<std::unique_ptr<Peer>>;

/// A server whose kernel is the Limiter.
inline server::ListenerOptions throughLimiter()
{
    server::ListenerOptions options;
    options.directSend = &Limiter::send;
    return options;
}

/// Lets the loop turn, and everybody read, until something is so for each of them. Whoever has
/// something to complain about holds nobody up: the test looks for that anyway.
template<class Condition> bool turnUntilAll(const Peers &peers, Condition isSo)
{
    return turnUntil([&] {
        return std::all_of(peers.begin(), peers.end(), [&](const auto &peer) {
            peer->read();
            return !peer->complaint().isEmpty() || isSo(*peer);
        });
    });
}

inline bool turnUntilAllHave(const Peers &peers, qsizetype count)
{
    return turnUntilAll(
        peers, [count](const Peer &peer) { return withoutNumbers(peer.texts()).size() >= count; });
}

inline bool hasHeard(const Peer &peer, const QString &type)
{
    return typesOf(peer.texts()).contains(type);
}

/// Greeted, and synced if v1; nothing of it is left in their texts.
inline void becomeLive(const Peers &peers)
{
    const auto greeted = [](const Peer &peer) { return !peer.texts().isEmpty(); };
    const auto synced = [](const Peer &peer) {
        return !peer.isV1() || hasHeard(peer, QStringLiteral("synced"));
    };
    bool isWell = turnUntilAll(peers, greeted);
    for (const auto &peer : peers) {
        if (peer->isV1())
            peer->say(R"({"type":"hello","resume":null})");
    }
    isWell = isWell && turnUntilAll(peers, synced);
    if (!isWell)
        qFatal("Not everybody came in.");
    for (const auto &peer : peers)
        peer->takeTexts();
}

/// So many of one kind, live.
inline Peers comeLive(const ListenerFixture &fixture, int count, const Peer::Manner &manner = {})
{
    Peers peers;
    for (int i = 0; i < count; ++i)
        peers.push_back(std::make_unique<Peer>(fixture, manner));
    becomeLive(peers);
    return peers;
}

/// An event nobody here knows the meaning of, with a text of so many Chinese characters.
inline void appendNoise(HubFixture &push, int length, const QStringList &groups = {})
{
    push.append(QStringLiteral("noise"), {{QStringLiteral("text"), QString(length, u'\u5ba2')}},
                groups);
}

/// What somebody in `groups` should get, live, of the ring's entries from `first` on.
inline QByteArrayList textsSince(const HubFixture &push, server::Ring::Serial first,
                                 const QSet<QString> &groups = {})
{
    QByteArrayList texts;
    for (server::Ring::Serial serial = first; serial < push.log.ring().end(); ++serial) {
        const server::RingEntry &entry = push.log.ring().at(serial);
        if (!entry.derived && entry.after.admits(groups))
            texts << entry.text;
    }
    return texts;
}

} // namespace pressboard::test
