// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/redis/redis_fixture.h"

#include <QByteArray>

#include <array>
#include <memory>

namespace pressboard::test {

/// A Redis Cluster of three masters on the loopback, without replicas, that share the slots evenly.
class RedisCluster
{
public:
    static constexpr int nodes = 3;

    RedisCluster();

    /// Starts the nodes, makes them one, and waits until each says so. Says why not with qWarning.
    bool start();
    RedisFixture &node(int number) { return *m_nodes[std::size_t(number)]; }
    /// The node to which a key belongs.
    RedisFixture &nodeOf(const QString &key) { return node(numberOf(key)); }
    /// One to which it does not.
    RedisFixture &nodeWithout(const QString &key) { return node((numberOf(key) + 1) % nodes); }

private:
    int numberOf(const QString &key);
    bool giveSlots(int number);
    bool isWhole();

    std::array<quint16, nodes> m_busPorts;
    std::array<std::unique_ptr<RedisFixture>, nodes> m_nodes;
};

} // namespace pressboard::test
