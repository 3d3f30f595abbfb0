// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ingest/channels/channel_layer_test.h"

#include <QTest>

namespace pressboard::test {

void ChannelLayerTest::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
}

void ChannelLayerTest::cleanup()
{
    m_listening.reset();
}

void ChannelLayerTest::start()
{
    m_listening = std::make_unique<Listening>(QList<const RedisFixture *>{&m_redis});
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->isJoined(), Listening::patienceMs);
}

QByteArray ChannelLayerTest::command(const char *line) const
{
    return m_redis.command(QString::fromUtf8(line).split(u' '));
}

void ChannelLayerTest::push(const QString &message) const
{
    const QString script = QStringLiteral("redis.call('LPUSH', KEYS[1], ARGV[1]); "
                                          "return redis.call('LPUSH', KEYS[2], ARGV[1])");
    QVERIFY(m_redis.number({QStringLiteral("EVAL"), script, QStringLiteral("2"),
                            QStringLiteral("asgi:pressboard.data!"),
                            QStringLiteral("asgi:pressboard.wake!"), message})
            >= 1);
}

} // namespace pressboard::test
