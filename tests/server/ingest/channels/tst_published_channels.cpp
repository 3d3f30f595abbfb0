// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/published_channels.h"
#include "tests/channels/group_sender.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::GroupSender;
using pressboard::test::RedisFixture;

/// Debian's channels_redis.pubsub → events.
class TestPublishedChannels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hearsWhatIsSent();
    void hearsEveryGroup();
    void hearsOnlyItsGroups();
    void listensAgainAfterARestart();
    void rejectsWhatCannotBeRead();
    void saysThatMessagesAreEncrypted();

private:
    void publish(const char *message) const;
    void start(const QByteArrayList &groups);
    bool isListening() const;

    const SystemClock m_clock;
    RedisFixture m_redis;
    std::unique_ptr<PublishedChannels> m_source;
    QList<Event> m_events;
    QStringList m_reasons;
};

static constexpr int patienceMs = 20'000;

void TestPublishedChannels::init()
{
    m_events.clear();
    m_reasons.clear();
    QVERIFY(m_redis.start());
}

void TestPublishedChannels::cleanup()
{
    m_source.reset();
}

bool TestPublishedChannels::isListening() const
{
    const QJsonObject host = m_source->facts().first().toObject();
    return !host.value(QStringLiteral("listening_since")).isNull();
}

void TestPublishedChannels::start(const QByteArrayList &groups)
{
    ChannelsOptions options;
    options.timezone = QTimeZone("Asia/Shanghai");
    options.hosts.append(*redis::Endpoint::parse(m_redis.url()));
    options.groups = groups;
    m_source = std::make_unique<PublishedChannels>(options, m_clock);
    connect(m_source.get(), &PublishedChannels::received, this,
            [this](const Event &event) { m_events.append(event); });
    connect(m_source.get(), &PublishedChannels::rejected, this,
            [this](const QString &reason) { m_reasons.append(reason); });
    m_source->open();
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), patienceMs);
}

void TestPublishedChannels::hearsWhatIsSent()
{
    start({"notifications"});
    GroupSender sender(GroupSender::Form::PubSub, {m_redis.url()});
    for (int id = 1; id <= 50; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_events.size(), 50, patienceMs);
    QCOMPARE(m_events.first().type, QStringLiteral("order_notification"));
    QCOMPARE(m_events.last().data.value(QStringLiteral("order_id")).toInt(), 50);
    QVERIFY(m_events.first().groups.isEveryone());
    QVERIFY(m_source->summaries().first().contains(QStringLiteral("At most once")));
}

void TestPublishedChannels::hearsEveryGroup()
{
    start({"*", "dept_3"});
    GroupSender sender(GroupSender::Form::PubSub, {m_redis.url()}, QStringLiteral("dept_3"));
    sender.sendOrder(1);
    sender.sendOrder(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_events.size(), 2, patienceMs);
    QCOMPARE(m_events.first().groups, Audience({QStringLiteral("dept_3")}));
}

void TestPublishedChannels::hearsOnlyItsGroups()
{
    start({"notifications"});
    GroupSender others(GroupSender::Form::PubSub, {m_redis.url()}, QStringLiteral("dept_3"));
    others.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(others.answered(), 1, patienceMs);
    GroupSender sender(GroupSender::Form::PubSub, {m_redis.url()});
    sender.sendOrder(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_events.size(), 1, patienceMs);
    QCOMPARE(m_events.first().data.value(QStringLiteral("order_id")).toInt(), 2);
}

void TestPublishedChannels::listensAgainAfterARestart()
{
    start({"notifications"});
    m_redis.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->problems().isEmpty(), patienceMs);
    QVERIFY(m_source->problems().first().contains(QStringLiteral("is lost")));
    QVERIFY(m_redis.start());
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), patienceMs);
    QVERIFY(m_source->problems().isEmpty());
}

void TestPublishedChannels::rejectsWhatCannotBeRead()
{
    start({"notifications"});
    publish("hello");
    QTRY_COMPARE_WITH_TIMEOUT(m_reasons.size(), 1, patienceMs);
    QVERIFY2(
        m_reasons.first().startsWith(QStringLiteral("from Django Channels: not valid MessagePack")),
        qPrintable(m_reasons.first()));
}

void TestPublishedChannels::publish(const char *message) const
{
    QCOMPARE(
        m_redis.number({QStringLiteral("PUBLISH"), QStringLiteral("asgi__group__notifications"),
                        QString::fromLatin1(message)}),
        1);
}

/// Only the first message tells: what stays is said for as long as none can be read.
void TestPublishedChannels::saysThatMessagesAreEncrypted()
{
    start({"notifications"});
    publish("gAAAAABrA_6dxN0aJmX0tJj8UsLXs8WQ1Rn5H-Rvf2yT2cNwPzFh");
    QTRY_COMPARE_WITH_TIMEOUT(m_reasons.size(), 1, patienceMs);
    QVERIFY(m_source->problems().join(u' ').contains(QStringLiteral("symmetric_encryption_keys")));
    publish(R"({"type":"x"})");
    QTRY_COMPARE_WITH_TIMEOUT(m_events.size(), 1, patienceMs);
    QVERIFY(m_source->problems().isEmpty());
}

QTEST_GUILESS_MAIN(TestPublishedChannels)
#include "tst_published_channels.moc"
