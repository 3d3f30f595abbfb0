// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ingest/channels/listening.h"

#include <QTest>

using namespace pressboard::test;

/// Large messages, and many: what is held of them at once, here and on Django's Redis.
class TestChannelsBounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesLargeMessagesAFewAtATime();
    void saysThatTheInboxIsFull();
    void saysWhatItCounts();

private:
    void start(pressboard::server::InboxBounds bounds = {});
    void push(int messages, int bytes) const;

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

void TestChannelsBounds::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
}

void TestChannelsBounds::cleanup()
{
    m_listening.reset();
}

void TestChannelsBounds::start(pressboard::server::InboxBounds bounds)
{
    m_listening = std::make_unique<Listening>(m_redis.url(), bounds);
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->isJoined(), Listening::patienceMs);
}

/// Texts of so many bytes, which cannot be read; the last one wakes.
void TestChannelsBounds::push(int messages, int bytes) const
{
    const QString script = QStringLiteral("for i = 1, ARGV[1] do "
                                          "redis.call('LPUSH', KEYS[1], string.rep('x', ARGV[2])) "
                                          "end return redis.call('LPUSH', KEYS[2], 'x')");
    QVERIFY(m_redis.number({QStringLiteral("EVAL"), script, QStringLiteral("2"),
                            QStringLiteral("asgi:pressboard.data!"),
                            QStringLiteral("asgi:pressboard.wake!"), QString::number(messages),
                            QString::number(bytes)})
            >= 1);
}

void TestChannelsBounds::takesLargeMessagesAFewAtATime()
{
    start();
    constexpr int bytes = 250'000;
    push(100, bytes);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 100, Listening::patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_redis.number(words("XLEN pressboard:inbox")), 0,
                              Listening::patienceMs);
    const qint64 most = pressboard::server::ChannelInbox::bytesAtOnce / bytes + 1;
    QVERIFY2(m_listening->log.most <= most, qPrintable(QString::number(m_listening->log.most)));
}

void TestChannelsBounds::saysThatTheInboxIsFull()
{
    start({.messages = 1000, .bytes = 1'000'000});
    m_listening->log.isAway = true;
    push(10, 200'000);
    const auto problems = [this] { return m_listening->source.problems().join(u' '); };
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains(QStringLiteral("is full, with 4 messages")),
                             Listening::patienceMs);
    QVERIFY(problems().contains(QStringLiteral("channels-inbox-bytes")));
    QCOMPARE(m_redis.number(words("XLEN pressboard:inbox")), 4);
    QCOMPARE(m_redis.number(words("LLEN asgi:pressboard.data!")), 6);
    QVERIFY(m_redis.number(words("MEMORY USAGE pressboard:inbox")) < 1'200'000);
    QCOMPARE(m_listening->fact(QLatin1StringView("times_full")), 1);
    QVERIFY(m_listening->fact(QLatin1StringView("waiting_bytes")) <= 1'000'000);
    m_listening->log.isAway = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 10, Listening::patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(problems().isEmpty(), Listening::patienceMs);
    QCOMPARE(m_listening->fact(QLatin1StringView("times_full")), 1);
}

/// In status and in /readyz.
void TestChannelsBounds::saysWhatItCounts()
{
    start();
    m_listening->log.isAway = true;
    push(3, 2000);
    const auto summary = [this] { return m_listening->source.summaries().first(); };
    QTRY_VERIFY2_WITH_TIMEOUT(summary().endsWith(QStringLiteral(", 3 waiting (6.02 KiB)")),
                              qPrintable(summary()), Listening::patienceMs);
    QVERIFY2(summary().contains(QStringLiteral(": in notifications since ")),
             qPrintable(summary()));
    const QJsonObject facts = m_listening->source.facts().first().toObject();
    QCOMPARE(facts.value(QStringLiteral("groups")).toArray(), QJsonArray{u"notifications"_qs});
    QCOMPARE(facts.value(QStringLiteral("waiting")).toInt(), 3);
    QCOMPARE(facts.value(QStringLiteral("most_found")).toInt(), 3);
    for (const char *name : {"times_full", "times_missed", "times_away", "inboxes_lost"})
        QCOMPARE(facts.value(QLatin1StringView(name)).toInt(-1), 0);
    m_listening->log.isAway = false;
    QTRY_VERIFY2_WITH_TIMEOUT(summary().endsWith(QStringLiteral("3 rejected, 0 waiting (0 bytes)")),
                              qPrintable(summary()), Listening::patienceMs);
}

QTEST_GUILESS_MAIN(TestChannelsBounds)
#include "tst_channels_bounds.moc"
