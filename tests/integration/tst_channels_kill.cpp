// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/integration/server_process.h"
#include "tests/support/redis/redis_fixture.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace pressboard::test;

/// Django sends while servers, its Redis and the log's Redis are killed: what it sent is in the
/// log, each message once, in the order it was sent. PRESSBOARD_LONG_TESTS=yes for more of it.
class ChannelsKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void serversDie_data();
    void serversDie();
    void redisDies_data();
    void redisDies();
    void aFlushIsSurvived();

private:
    void sendUntil(GroupSender &sender, int count);
    void waitForKill(GroupSender &sender);
    QList<qint64> ordersInTheLog() const;
    void checkLog(const GroupSender &sender);

    QRandomGenerator m_random;
    std::unique_ptr<RedisFixture> m_crm;
    std::unique_ptr<RedisFixture> m_log;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;
    int m_sent = 0;
};

namespace {

constexpr int patienceMs = 60'000;

bool isLong()
{
    return qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");
}

int messages()
{
    return isLong() ? 2000 : 400;
}

int kills()
{
    return isLong() ? 40 : 3;
}

} // namespace

void ChannelsKill::init()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    m_random.seed(seed);
    m_sent = 0;
    // Debian's redis-py stumbles over itself when a Unix socket breaks.
    m_crm = std::make_unique<RedisFixture>(QStringList(), RedisFixture::Tcp::Yes);
    m_log = std::make_unique<RedisFixture>();
    QVERIFY(m_crm->start() && m_log->start());
    const QStringList options{QStringLiteral("--channels"), QStringLiteral("core"),
                              QStringLiteral("--channels-hosts"), m_crm->tcpUrl()};
    m_first = std::make_unique<ServerProcess>(options);
    m_second = std::make_unique<ServerProcess>(options);
    for (ServerProcess *server : {m_first.get(), m_second.get()}) {
        server->setRedisUrl(m_log->url());
        QVERIFY2(server->start(), qPrintable(server->lastOutput()));
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        m_crm->command({QStringLiteral("ZCARD"), QStringLiteral("asgi::group:notifications")}), "2",
        patienceMs);
}

void ChannelsKill::cleanup()
{
    m_second.reset();
    m_first.reset();
    m_log.reset();
    m_crm.reset();
}

void ChannelsKill::sendUntil(GroupSender &sender, int count)
{
    while (m_sent < count)
        sender.sendOrder(++m_sent);
}

/// Somewhere in what the sender has not sent yet.
void ChannelsKill::waitForKill(GroupSender &sender)
{
    const auto answered = sender.answered() + m_random.bounded(1, 20);
    if (!QTest::qWaitFor([&] { return sender.answered() >= answered; }, patienceMs))
        qWarning() << "The sender stands still:" << sender.complaint();
}

QList<qint64> ChannelsKill::ordersInTheLog() const
{
    QList<qint64> ids;
    const QByteArray log =
        m_log->command({QStringLiteral("XRANGE"), QStringLiteral("pressboard:events"),
                        QStringLiteral("-"), QStringLiteral("+")});
    static const QByteArray mark = "\"order_id\":";
    for (qsizetype at = log.indexOf(mark); at >= 0; at = log.indexOf(mark, at + 1)) {
        const qsizetype from = at + mark.size();
        ids.append(log.mid(from, log.indexOf(',', from) - from).toLongLong());
    }
    return ids;
}

void ChannelsKill::checkLog(const GroupSender &sender)
{
    QVERIFY2(QTest::qWaitFor([&] { return sender.answered() == m_sent; }, patienceMs),
             "the sender stands still");
    const auto least = m_sent - sender.unknown();
    const auto isThere = [&] { return ordersInTheLog().size() >= least; };
    QVERIFY2(QTest::qWaitFor([&] { return isThere(); }, patienceMs),
             qPrintable(QStringLiteral("%1 of %2").arg(ordersInTheLog().size()).arg(least)));
    // The last of them may still be on its way; and nothing may come a second time.
    QTRY_COMPARE(m_crm->command({QStringLiteral("XLEN"), QStringLiteral("pressboard:inbox")}), "0");
    const QList<qint64> orders = ordersInTheLog();
    QHash<qint64, int> times;
    for (const qint64 order : orders)
        ++times[order];
    for (int order = 1; order <= m_sent; ++order) {
        const bool may = times.value(order) == 0 && sender.isUnknown(order - 1);
        QVERIFY2(times.value(order) == 1 || may,
                 qPrintable(QStringLiteral("%1: %2 times").arg(order).arg(times.value(order))));
    }
    QVERIFY(std::is_sorted(orders.begin(), orders.end()));
    qInfo("%d messages, %d of them once, %d unknown to the sender", m_sent, int(times.size()),
          int(sender.unknown()));
}

void ChannelsKill::serversDie_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
}

void ChannelsKill::serversDie()
{
    QFETCH(GroupSender::Form, form);
    GroupSender sender(form, {m_crm->tcpUrl()});
    for (int kill = 1; kill <= kills(); ++kill) {
        sendUntil(sender, messages() * kill / kills());
        ServerProcess &victim = kill % 2 ? *m_first : *m_second;
        waitForKill(sender);
        victim.killNine();
        if (kill % 3 == 0) // nobody is left for a moment
            m_first->killNine();
        for (ServerProcess *server : {m_first.get(), m_second.get()})
            QVERIFY2(server->isRunning() || server->start(), qPrintable(server->lastOutput()));
    }
    checkLog(sender);
    QCOMPARE(sender.unknown(), 0);
}

void ChannelsKill::redisDies_data()
{
    serversDie_data();
}

void ChannelsKill::redisDies()
{
    QFETCH(GroupSender::Form, form);
    GroupSender sender(form, {m_crm->tcpUrl()});
    for (int kill = 1; kill <= kills(); ++kill) {
        sendUntil(sender, messages() * kill / kills());
        waitForKill(sender);
        QVERIFY((kill % 2 ? m_crm : m_log)->restart());
    }
    checkLog(sender);
}

/// What Django loses with it is lost for us, too; nothing else, and it is said.
void ChannelsKill::aFlushIsSurvived()
{
    GroupSender sender(GroupSender::Form::Lists, {m_crm->tcpUrl()});
    sendUntil(sender, 100);
    QTRY_COMPARE_WITH_TIMEOUT(ordersInTheLog().size(), 100, patienceMs);
    QVERIFY(m_crm->flushAll());
    const auto isSaid = [this](const ServerProcess &server) {
        return server.ctl({QStringLiteral("status")})
            .out.contains(QStringLiteral("emptied the channel layer"));
    };
    QElapsedTimer since;
    since.start();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_crm->command({QStringLiteral("ZCARD"), QStringLiteral("asgi::group:notifications")}), "2",
        5000);
    qInfo("joined again after %lld ms", since.elapsed());
    sendUntil(sender, 200);
    QTRY_COMPARE_WITH_TIMEOUT(ordersInTheLog().size(), 200, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(*m_first), 10'000);
}

QTEST_GUILESS_MAIN(ChannelsKill)
#include "tst_channels_kill.moc"
