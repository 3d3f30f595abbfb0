// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/presence.h"
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::RedisFixture;

namespace {

PresenceReport reportOf(int viewers, int notified)
{
    PresenceReport report;
    report.address = QStringLiteral("192.168.1.10:5173");
    report.version = QStringLiteral("1.0");
    report.position = {1'795'423'846'000, 3};
    report.clients = viewers + notified;
    report.problems = {QStringLiteral("The users were lost.")};
    report.sources = {QStringLiteral("Django Channels at crm: joined since 11-23 08:00:00.")};
    report.remarks = {QStringLiteral("Refused with 429, all places taken: 3.")};
    report.sessions = {{{QStringLiteral("dept_3"), QStringLiteral("role_viewer")}, true, viewers},
                       {{QStringLiteral("dept_4")}, false, notified}};
    return report;
}

struct Server
{
    Server(const RedisFixture &fixture, const QByteArray &name, const PresenceReport &report)
        : connection(*redis::Endpoint::parse(fixture.url()), QString::fromLatin1(name))
        , presence(connection, {}, name, [report] { return report; })
    {
        connection.open();
    }
    bool announce()
    {
        QSignalSpy heard(&presence, &Presence::heard);
        if (!QTest::qWaitFor([this] { return connection.isReady(); }))
            return false;
        presence.announce();
        return heard.wait();
    }

    redis::Connection connection;
    Presence presence;
};

} // namespace

class TestPresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsThereAndBack();
    void strangeReports();
    void serversHearOfEachOther();
    void countsByAudience();
    void theDeadFallSilent();
    void withdraws();
    void answersWhoAsks();
};

void TestPresence::reportsThereAndBack()
{
    const PresenceReport again = PresenceReport::fromJson(reportOf(2, 1).toJson());
    QCOMPARE(again.address, QStringLiteral("192.168.1.10:5173"));
    QCOMPARE(again.version, QStringLiteral("1.0"));
    QCOMPARE(again.position, StreamId({1'795'423'846'000, 3}));
    QCOMPARE(again.clients, 3);
    QCOMPARE(again.problems, reportOf(2, 1).problems);
    QCOMPARE(again.remarks, reportOf(2, 1).remarks);
    QCOMPARE(again.sources, reportOf(2, 1).sources);
    QCOMPARE(again.sessions.size(), 2);
    QVERIFY(again.sessions[0].viewOrders && !again.sessions[1].viewOrders);
    QCOMPARE(again.toJson(), reportOf(2, 1).toJson());
}

void TestPresence::strangeReports()
{
    for (const char *strange :
         {"", "[]", "{nonsense", R"({"sessions":3})", R"({"sessions":[3]})"}) {
        const PresenceReport report = PresenceReport::fromJson(strange);
        QCOMPARE(report.clients, 0);
    }
}

void TestPresence::serversHearOfEachOther()
{
    RedisFixture fixture;
    QVERIFY(fixture.start());
    Server one(fixture, "one", reportOf(2, 0));
    QVERIFY(one.announce());
    QVERIFY(one.presence.others().isEmpty());
    const QString key = QStringLiteral("pressboard:server:one");
    const auto stored =
        QJsonDocument::fromJson(fixture.command({QStringLiteral("GET"), key})).object();
    QCOMPARE(stored.value(QLatin1StringView("clients")).toInt(), 2);
    const qint64 left = fixture.number({QStringLiteral("PTTL"), key});
    QVERIFY(left > 0 && left <= 10'000);

    Server two(fixture, "two", reportOf(5, 0));
    QVERIFY(two.announce());
    QCOMPARE(two.presence.others().size(), 1);
    QCOMPARE(two.presence.others()[0].clients, 2);
    QVERIFY(one.announce());
    QCOMPARE(one.presence.others()[0].clients, 5);
}

void TestPresence::countsByAudience()
{
    RedisFixture fixture;
    QVERIFY(fixture.start());
    Server one(fixture, "one", reportOf(2, 3));
    Server two(fixture, "two", reportOf(0, 0));
    QVERIFY(one.announce() && two.announce());
    const auto count = [&](const QStringList &groups, bool needsOrders) {
        return two.presence.onlineElsewhere(Audience(groups), needsOrders);
    };
    QCOMPARE(count({}, false), 5);
    QCOMPARE(count({}, true), 2);
    QCOMPARE(count({QStringLiteral("dept_3")}, true), 2);
    QCOMPARE(count({QStringLiteral("dept_4")}, false), 3);
    QCOMPARE(count({QStringLiteral("dept_4")}, true), 0);
    QCOMPARE(count({QStringLiteral("dept_9")}, false), 0);
}

void TestPresence::theDeadFallSilent()
{
    RedisFixture fixture;
    QVERIFY(fixture.start());
    Server one(fixture, "one", reportOf(2, 0));
    QVERIFY(one.announce());
    // Ten seconds later its key is gone and its name out of date.
    fixture.command({QStringLiteral("DEL"), QStringLiteral("pressboard:server:dead")});
    fixture.command({QStringLiteral("ZADD"), QStringLiteral("pressboard:servers"),
                     QStringLiteral("1000"), QStringLiteral("dead")});
    QVERIFY(one.announce());
    QVERIFY(one.presence.others().isEmpty());
    QCOMPARE(fixture.command({QStringLiteral("ZRANGE"), QStringLiteral("pressboard:servers"),
                              QStringLiteral("0"), QStringLiteral("-1")}),
             "one");
}

void TestPresence::withdraws()
{
    RedisFixture fixture;
    QVERIFY(fixture.start());
    Server one(fixture, "one", reportOf(2, 0));
    Server two(fixture, "two", reportOf(2, 0));
    QVERIFY(one.announce() && two.announce());
    bool gone = false;
    one.presence.withdraw([&gone] { gone = true; });
    one.presence.announce(); // too late
    QTRY_VERIFY(gone);
    QCOMPARE(fixture.number({QStringLiteral("EXISTS"), QStringLiteral("pressboard:server:one")}),
             0);
    QVERIFY(two.announce());
    QVERIFY(two.presence.others().isEmpty());
}

void TestPresence::answersWhoAsks()
{
    RedisFixture fixture;
    QVERIFY(fixture.start());
    Server one(fixture, "one", reportOf(2, 0));
    QVERIFY(one.announce());
    const auto stored = [&] {
        return PresenceReport::fromJson(
            fixture.command({QStringLiteral("GET"), QStringLiteral("pressboard:server:one")}));
    };
    QVERIFY(stored().isOlderThan("q1"));
    QSignalSpy heard(&one.presence, &Presence::heard);
    one.presence.handleControl("new log");
    one.presence.handleControl("report q1");
    QVERIFY(heard.wait());
    QCOMPARE(heard.size(), 1);
    QVERIFY(!stored().isOlderThan("q1"));
    QVERIFY(!PresenceReport().isOlderThan("q1")); // a version that knows no question
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
