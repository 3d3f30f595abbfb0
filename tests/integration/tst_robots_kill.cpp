// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/server/robots/robot_stand_in.h"
#include "tests/support/redis/redis_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// A robot of a chat group, over kill -9 of the server that tells it: nothing is lost, and at most
/// the message in flight comes twice.
class RobotsKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void losesNothing();
    void oneOfTwoServersTells();
    void takesOverFromAKilledWriter();
    void statusSaysHowItDoes();

private:
    std::unique_ptr<ServerProcess> server();
    bool isAtWork() const;
    void publish(int count);
    /// The numbers in a message of those that were told.
    static QList<int> numbersIn(const RobotStandIn::Told &told);
    QList<int> numbers() const;
    bool hasAll() const;

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<RobotStandIn> m_service;
    int m_published = 0;
};

void RobotsKill::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_service = std::make_unique<RobotStandIn>();
    m_published = 0;
    qputenv("PRESSBOARD_ROBOT_OFFICE_URL", m_service->url().toLatin1());
    qputenv("PRESSBOARD_ROBOT_OFFICE_SECRET", "secret");
}

std::unique_ptr<ServerProcess> RobotsKill::server()
{
    const QString robot =
        QStringLiteral("[{\"name\":\"office\",\"service\":\"webhook\",\"kinds\":[\"notices\"],"
                       "\"allow-private\":true}]");
    auto process = std::make_unique<ServerProcess>(QStringList{QStringLiteral("--robot"), robot});
    process->setRedisUrl(m_redis->url());
    return process;
}

bool RobotsKill::isAtWork() const
{
    return m_redis->number(words("HEXISTS pressboard:robots office")) == 1;
}

void RobotsKill::publish(int count)
{
    for (; count > 0; --count)
        m_redis->command(
            {QStringLiteral("XADD"), QStringLiteral("pressboard:events"), QStringLiteral("*"),
             QStringLiteral("type"), QStringLiteral("general_notification"), QStringLiteral("data"),
             QStringLiteral("{\"message\":\"%1\",\"type\":\"warning\"}").arg(++m_published)});
}

QList<int> RobotsKill::numbersIn(const RobotStandIn::Told &told)
{
    QList<int> numbers;
    const QJsonObject body = QJsonDocument::fromJson(told.body).object();
    for (const QJsonValue item : body.value(QLatin1StringView("items")).toArray())
        numbers.append(item[QLatin1StringView("text")].toString().section(u' ', -1).toInt());
    return numbers;
}

QList<int> RobotsKill::numbers() const
{
    QList<int> all;
    for (const RobotStandIn::Told &told : m_service->told())
        all += numbersIn(told);
    return all;
}

bool RobotsKill::hasAll() const
{
    const QList<int> told = numbers();
    for (int number = 1; number <= m_published; ++number) {
        if (!told.contains(number))
            return false;
    }
    return true;
}

void RobotsKill::losesNothing()
{
    auto process = server();
    QVERIFY2(process->start(), qPrintable(process->lastOutput()));
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(), 30'000);
    QList<int> mayComeTwice;
    for (int round = 0; round < 4; ++round) {
        publish(7);
        const auto before = m_service->told().size();
        // In the middle of the queue: some went out, some wait, one may be in flight.
        if (round % 2 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(m_service->told().size() > before, 30'000);
        publish(5);
        process->killNine();
        QTRY_COMPARE(m_service->openConnections(), 0); // what was on its way is here
        if (!m_service->told().isEmpty())
            mayComeTwice += numbersIn(m_service->told().last());
        publish(3); // while nobody is there
        QVERIFY2(process->start(), qPrintable(process->lastOutput()));
    }
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 90'000);
    const QList<int> told = numbers();
    for (int number = 1; number <= m_published; ++number) {
        const auto times = told.count(number);
        QVERIFY2(times <= 1 + mayComeTwice.count(number),
                 qPrintable(QStringLiteral("%1 came %2 times").arg(number).arg(times)));
    }
}

void RobotsKill::oneOfTwoServersTells()
{
    auto one = server();
    auto two = server();
    QVERIFY(one->start() && two->start());
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(), 30'000);
    publish(5);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 60'000);
    publish(5);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 60'000);
    QCOMPARE(numbers().size(), m_published);
}

void RobotsKill::takesOverFromAKilledWriter()
{
    auto writer = server();
    QVERIFY(writer->start());
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(), 30'000);
    auto other = server();
    QVERIFY(other->start());
    publish(1);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 30'000);
    publish(5);
    writer->killNine();
    const auto last = m_service->told().size();
    publish(5);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 90'000);
    QVERIFY(m_service->told().size() > last);
    QVERIFY(numbers().size() <= m_published + 6);
}

void RobotsKill::statusSaysHowItDoes()
{
    auto process = server();
    QVERIFY(process->start());
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(), 30'000);
    publish(1);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(), 30'000);
    const auto said = [&](const char *text) {
        return process->ctl({QStringLiteral("status")}).out.contains(QString::fromUtf8(text));
    };
    QTRY_VERIFY_WITH_TIMEOUT(said("Robot office (webhook): its last message was taken at"), 20'000);
    m_service->setAnswer("{}", 500);
    publish(1);
    QTRY_VERIFY_WITH_TIMEOUT(said("did not take a message"), 30'000);
    QVERIFY(said("HTTP 500"));
    QVERIFY(!said("key=abc"));
}

QTEST_GUILESS_MAIN(RobotsKill)
#include "tst_robots_kill.moc"
