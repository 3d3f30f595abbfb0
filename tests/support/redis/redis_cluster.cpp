// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_cluster.h"

#include "tests/support/redis/free_port.h"

#include <QDeadlineTimer>
#include <QDebug>

#include <algorithm>

namespace pressboard::test {

using namespace std::chrono_literals;

static constexpr int allSlots = 16384;

static QStringList clusterArguments(quint16 busPort)
{
    return {QStringLiteral("--cluster-enabled"),      QStringLiteral("yes"),
            QStringLiteral("--cluster-port"),         QString::number(busPort),
            QStringLiteral("--cluster-node-timeout"), QStringLiteral("2000")};
}

RedisCluster::RedisCluster()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_busPorts[i] = freePort();
        m_nodes[i] =
            std::make_unique<RedisFixture>(clusterArguments(m_busPorts[i]), RedisFixture::Tcp::Yes);
    }
}

bool RedisCluster::giveSlots(int number)
{
    const QString first = QString::number(allSlots * number / nodes);
    const QString last = QString::number(allSlots * (number + 1) / nodes - 1);
    return node(number).command(
               {QStringLiteral("CLUSTER"), QStringLiteral("ADDSLOTSRANGE"), first, last})
        == "OK";
}

bool RedisCluster::start()
{
    for (int i = 0; i < nodes; ++i) {
        if (!node(i).start() || !giveSlots(i))
            return false;
        node(0).command({QStringLiteral("CLUSTER"), QStringLiteral("MEET"),
                         QStringLiteral("127.0.0.1"), QString::number(node(i).port()),
                         QString::number(m_busPorts[std::size_t(i)])});
    }
    const QDeadlineTimer deadline(60s);
    while (!isWhole() && !deadline.hasExpired()) { }
    if (isWhole())
        return true;
    qWarning().noquote() << "no cluster:" << node(0).command(words("CLUSTER NODES"));
    return false;
}

bool RedisCluster::isWhole()
{
    return std::all_of(m_nodes.begin(), m_nodes.end(), [](const auto &node) {
        const QByteArray info = node->command(words("CLUSTER INFO"));
        return info.contains("cluster_state:ok")
            && info.contains("cluster_known_nodes:" + QByteArray::number(nodes));
    });
}

int RedisCluster::numberOf(const QString &key)
{
    const qint64 slot = node(0).number({QStringLiteral("CLUSTER"), QStringLiteral("KEYSLOT"), key});
    return int(((slot + 1) * nodes - 1) / allSlots);
}

} // namespace pressboard::test
