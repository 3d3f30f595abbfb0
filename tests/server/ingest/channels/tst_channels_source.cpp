// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channels_source.h"
#include "tests/channels/group_sender.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::GroupSender;
using pressboard::test::RedisFixture;

namespace {

constexpr int patienceMs = 20'000;

/// A log that may be away.
class FakeLog : public InboxSink
{
public:
    void take(const QList<InboxItem> &items, Answer answer) override
    {
        if (isAway) {
            answer(Error{QStringLiteral("The log is away."), true});
            return;
        }
        Taken taken;
        for (const InboxItem &item : items) {
            if (const auto *event = std::get_if<Event>(&item.content)) {
                events.append(*event);
                ++taken.events;
            } else {
                rejected.append(std::get<Rejected>(item.content));
                ++taken.rejected;
            }
        }
        answer(taken);
    }

    QList<qint64> orders() const
    {
        QList<qint64> ids;
        for (const Event &event : events)
            ids.append(event.data.value(QStringLiteral("order_id")).toInteger());
        return ids;
    }

    bool isAway = false;
    QList<Event> events;
    QList<Rejected> rejected;
};

} // namespace

/// A real Redis, Debian's channels_redis or what 2.4.2 wrote, and the source between them and a
/// log.
class TestChannelsSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesWhatIsSent_data();
    void takesWhatIsSent();
    void takesBothFormsAtOnce();
    void takesFromSeveralHosts();
    void keepsWhatTheLogDoesNotTake();
    void leavesOtherMembersAlone();
    void joinsAgainAfterAFlush();
    void comesBackAfterARestart();
    void rejectsWhatCannotBeRead_data();
    void rejectsWhatCannotBeRead();
    void saysThatMessagesAreEncrypted();
    void rejectsWhatSomebodyPutIntoTheInbox();
    void saysWhatStandsInItsWay();

private:
    void start(const QList<RedisFixture *> &hosts = {});
    /// As a publisher of 2.x would, whatever it is.
    void push(const QString &message);
    QByteArray command(const char *line);

    const SystemClock m_clock;
    RedisFixture m_redis;
    std::unique_ptr<FakeLog> m_log;
    std::unique_ptr<ChannelsSource> m_source;
};

static QList<qint64> numbers(qint64 from, qint64 to)
{
    QList<qint64> all;
    for (qint64 number = from; number <= to; ++number)
        all.append(number);
    return all;
}

void TestChannelsSource::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
    m_log = std::make_unique<FakeLog>();
}

void TestChannelsSource::cleanup()
{
    m_source.reset();
    m_log.reset();
}

void TestChannelsSource::start(const QList<RedisFixture *> &hosts)
{
    ChannelsOptions options;
    options.timezone = QTimeZone("Asia/Shanghai");
    for (RedisFixture *host : hosts.isEmpty() ? QList{&m_redis} : hosts)
        options.hosts.append(*redis::Endpoint::parse(host->url()));
    m_source = std::make_unique<ChannelsSource>(options, *m_log, m_clock);
    m_source->open();
    const auto isJoined = [this] {
        for (const QJsonValue host : m_source->facts()) {
            if (!host.toObject().value(QStringLiteral("joined_since")).isNull())
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isJoined(), patienceMs);
}

QByteArray TestChannelsSource::command(const char *line)
{
    return m_redis.command(QString::fromUtf8(line).split(u' '));
}

void TestChannelsSource::push(const QString &message)
{
    const QString script = QStringLiteral("redis.call('LPUSH', KEYS[1], ARGV[1]); "
                                          "return redis.call('LPUSH', KEYS[2], ARGV[1])");
    QVERIFY(m_redis.number({QStringLiteral("EVAL"), script, QStringLiteral("2"),
                            QStringLiteral("asgi:pressboard.data!"),
                            QStringLiteral("asgi:pressboard.wake!"), message})
            >= 1);
}

void TestChannelsSource::takesWhatIsSent_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
    QTest::newRow("4.2.1, JSON") << GroupSender::Form::Json;
}

void TestChannelsSource::takesWhatIsSent()
{
    QFETCH(GroupSender::Form, form);
    start();
    GroupSender sender(form, {m_redis.url()});
    for (int id = 1; id <= 300; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_log->events.size(), 300, patienceMs);
    QCOMPARE(m_log->orders(), numbers(1, 300));
    QVERIFY(m_log->rejected.isEmpty());
    QCOMPARE(m_log->events.first().source, QStringLiteral("channels"));
    QVERIFY(m_log->events.first().groups.isEveryone());
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QVERIFY(m_source->problems().isEmpty());
    QVERIFY(m_source->losses().isEmpty());
}

void TestChannelsSource::takesBothFormsAtOnce()
{
    start();
    GroupSender old(GroupSender::Form::Lists, {m_redis.url()});
    GroupSender young(GroupSender::Form::SortedSets, {m_redis.url()});
    for (int id = 1; id <= 100; ++id) {
        old.sendOrder(id);
        young.sendOrder(1000 + id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_log->events.size(), 200, patienceMs);
    QList<qint64> fromOld;
    QList<qint64> fromYoung;
    for (const qint64 id : m_log->orders())
        (id < 1000 ? fromOld : fromYoung).append(id);
    QCOMPARE(fromOld, numbers(1, 100));
    QCOMPARE(fromYoung, numbers(1001, 1100));
}

void TestChannelsSource::takesFromSeveralHosts()
{
    RedisFixture second;
    RedisFixture third;
    QVERIFY(second.start() && third.start());
    start({&m_redis, &second, &third});
    GroupSender sender(GroupSender::Form::SortedSets, {m_redis.url(), second.url(), third.url()});
    QTRY_COMPARE(m_source->facts().size(), 3);
    for (int id = 1; id <= 20; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_log->events.size(), 20, patienceMs);
    QCOMPARE(m_log->orders(), numbers(1, 20));
}

/// Whoever asks it to wait is not Django, which forgets after 60 s and 100 messages.
void TestChannelsSource::keepsWhatTheLogDoesNotTake()
{
    m_log->isAway = true;
    start();
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    for (int id = 1; id <= 600; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(command("XLEN pressboard:inbox"), "600", patienceMs);
    QCOMPARE(command("EXISTS asgi:pressboard.data!"), "0");
    QTRY_VERIFY(m_source->problems().join(u' ').contains(QStringLiteral("The log is away.")));
    m_log->isAway = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_log->events.size(), 600, patienceMs);
    QCOMPARE(m_log->orders(), numbers(1, 600));
    QTRY_VERIFY(m_source->problems().isEmpty());
}

void TestChannelsSource::leavesOtherMembersAlone()
{
    QCOMPARE(command("ZADD asgi:group:notifications 5 specific.x!y"), "1");
    QCOMPARE(command("EXPIRE asgi:group:notifications 200000"), "1");
    QCOMPARE(command("ZADD asgi::group:notifications 5 specific.x!y"), "1");
    start();
    QCOMPARE(command("ZRANGE asgi:group:notifications 0 -1"),
             "specific.x!y\npressboard.data!notifications\npressboard.wake!notifications");
    QVERIFY(command("TTL asgi:group:notifications").toInt() > 100'000);
    QCOMPARE(command("TTL asgi::group:notifications"), "-1");
}

void TestChannelsSource::joinsAgainAfterAFlush()
{
    start();
    QVERIFY(m_redis.flushAll());
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->losses().isEmpty(), 5000);
    QVERIFY(m_source->losses().first().contains(QStringLiteral("is lost")));
    QCOMPARE(command("ZCARD asgi::group:notifications"), "2");
    GroupSender sender(GroupSender::Form::SortedSets, {m_redis.url()});
    sender.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_log->orders(), QList<qint64>{1}, patienceMs);
}

void TestChannelsSource::comesBackAfterARestart()
{
    start();
    m_redis.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->problems().isEmpty(), 5000);
    QVERIFY(m_redis.start());
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    sender.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_log->orders(), QList<qint64>{1}, patienceMs);
    QVERIFY(m_source->problems().isEmpty());
    QVERIFY(m_source->losses().isEmpty());
}

void TestChannelsSource::rejectsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not MessagePack") << "hello"
                                     << "from Django Channels: not valid MessagePack";
    QTest::newRow("no group") << R"({"type":"x"})"
                              << "names no group";
    QTest::newRow("no type") << R"({"__asgi_channel__":["a!g"]})"
                             << "type: found";
    QTest::newRow("bad field")
        << R"({"type":"order_notification","order_id":"x","__asgi_channel__":["a!g"]})"
        << "order_id: found \"x\"";
}

void TestChannelsSource::rejectsWhatCannotBeRead()
{
    QFETCH(QString, message);
    QFETCH(QString, reason);
    start();
    push(message);
    QTRY_COMPARE_WITH_TIMEOUT(m_log->rejected.size(), 1, patienceMs);
    QVERIFY2(m_log->rejected.first().reason.contains(reason),
             qPrintable(m_log->rejected.first().reason));
    QCOMPARE(m_log->rejected.first().head, message.toUtf8());
    QVERIFY(m_log->events.isEmpty());
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
}

void TestChannelsSource::saysThatMessagesAreEncrypted()
{
    start();
    push(QStringLiteral("gAAAAABrA_6dxN0aJmX0tJj8UsLXs8WQ1Rn5H-Rvf2yT2cNwPzFh"));
    QTRY_COMPARE_WITH_TIMEOUT(m_log->rejected.size(), 1, patienceMs);
    QVERIFY(m_source->problems().join(u' ').contains(QStringLiteral("symmetric_encryption_keys")));
    push(QStringLiteral(R"({"type":"x","__asgi_channel__":["a!g"]})"));
    QTRY_COMPARE_WITH_TIMEOUT(m_log->events.size(), 1, patienceMs);
    QVERIFY(m_source->problems().isEmpty());
}

void TestChannelsSource::rejectsWhatSomebodyPutIntoTheInbox()
{
    start();
    QVERIFY(!command("XADD pressboard:inbox * hello world").isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_log->rejected.size(), 1, patienceMs);
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QCOMPARE(m_log->rejected.size(), 1);
}

void TestChannelsSource::saysWhatStandsInItsWay()
{
    start();
    QCOMPARE(command("SET asgi:pressboard.data! x"), "OK");
    QTRY_VERIFY_WITH_TIMEOUT(!m_source->problems().isEmpty(), patienceMs);
    QVERIFY(m_source->problems().first().contains(QStringLiteral("WRONGTYPE")));
    QCOMPARE(command("DEL asgi:pressboard.data!"), "1");
    QTRY_VERIFY_WITH_TIMEOUT(m_source->problems().isEmpty(), patienceMs);
}

QTEST_GUILESS_MAIN(TestChannelsSource)
#include "tst_channels_source.moc"
