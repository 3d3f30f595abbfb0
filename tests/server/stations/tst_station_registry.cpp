// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"
#include "server/stations/station_registry.h"
#include "shared/base/limits.h"
#include "tests/support/manual_clock.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

StationRecord record(const QString &id, const QString &run = QStringLiteral("r"),
                     const QString &user = QStringLiteral("wang"))
{
    StationRecord station;
    station.id = id;
    station.name = QStringLiteral("name of ") + id;
    station.user = user;
    station.groups = {QStringLiteral("dept_3"), QStringLiteral("user_") + user};
    station.kind = QStringLiteral("desk");
    station.run = run;
    return station;
}

} // namespace

/// Two servers' registries on a real Redis.
class TestStationRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsComeBack();
    void bothKnowWhoIsOn();
    void anotherProgramHasToWait();
    void theSameProgramGoesElsewhere();
    void labelsStay();
    void saysSinceWhenItIsOnline();
    void aServersDeathIsAShortBreak();
    void aForgottenOneThatIsOnComesBack();
    void ofTooManyTheOneAwayLongestGoes();
    void forgetsWhoWasNotSeenForLong();
    void aRedisThatLostThemIsTold();
    void aRedisThatLostThemIsToldSinceWhen();

private:
    struct Server
    {
        explicit Server(const RedisFixture &redis, const QByteArray &name, const Clock &clock)
            : connection(*redis::Endpoint::parse(redis.url()), {})
            , registry(connection, {}, name, clock)
        {
            connection.open();
        }
        redis::Connection connection;
        StationRegistry registry;
    };
    StationRegistry::Claim claim(Server &server, const StationRecord &station);
    void wait(Server &server); ///< until Redis has answered all that was asked
    void hear(); ///< what either says on the control channel
    void live(const QByteArray &name);

    std::unique_ptr<RedisFixture> m_redis;
    ManualClock m_clock;
    std::unique_ptr<Server> m_left;
    std::unique_ptr<Server> m_right;
};

void TestStationRegistry::init()
{
    m_left.reset();
    m_right.reset();
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_left = std::make_unique<Server>(*m_redis, "left", m_clock);
    m_right = std::make_unique<Server>(*m_redis, "right", m_clock);
    QTRY_VERIFY(m_left->connection.isReady() && m_right->connection.isReady());
    live("left");
    live("right");
    m_left->registry.setServers({QStringLiteral("right")});
    m_right->registry.setServers({QStringLiteral("left")});
}

void TestStationRegistry::live(const QByteArray &name)
{
    m_redis->command({QStringLiteral("SET"),
                      QStringLiteral("pressboard:server:") + QString::fromLatin1(name),
                      QStringLiteral("{}")});
}

void TestStationRegistry::wait(Server &server)
{
    bool isAnswered = false;
    server.connection.command({"PING"}, this, [&](const redis::Reply &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
}

StationRegistry::Claim TestStationRegistry::claim(Server &server, const StationRecord &station)
{
    std::optional<StationRegistry::Claim> claimed;
    server.registry.claim(station, this, [&](StationRegistry::Claim how) { claimed = how; });
    [&] { QTRY_VERIFY(claimed); }();
    return claimed.value_or(StationRegistry::Claim::Unknown);
}

void TestStationRegistry::hear()
{
    for (Server *server : {m_left.get(), m_right.get()}) {
        QByteArray ids(stationsMessage.toByteArray());
        const QByteArray all = m_redis->command(words("HKEYS pressboard:stations"));
        QSet<QString> known(server->registry.stations().keyBegin(),
                            server->registry.stations().keyEnd());
        for (const QByteArray &id : all.split('\n'))
            known.insert(QString::fromUtf8(id));
        known.remove({});
        if (known.isEmpty())
            continue;
        server->registry.handleControl(ids + QStringList(known.values()).join(u' ').toUtf8());
        wait(*server);
    }
}

void TestStationRegistry::recordsComeBack()
{
    StationRecord station = record(QStringLiteral("a"));
    station.label = QStringLiteral("大屏");
    station.firstSeen = station.lastSeen = m_clock.now();
    QCOMPARE(StationRecord::fromJson(station.id, station.toJson()), std::optional(station));
    QVERIFY(!StationRecord::fromJson(QStringLiteral("a"), "[]"));
    QVERIFY(!StationRecord::fromJson(QStringLiteral("a b"), "{}"));
}

void TestStationRegistry::bothKnowWhoIsOn()
{
    QCOMPARE(claim(*m_left, record(QStringLiteral("a"))), StationRegistry::Claim::Held);
    hear();
    const StationRecord *seen = m_right->registry.station(QStringLiteral("a"));
    QVERIFY(seen && m_right->registry.isOnline(*seen));
    QVERIFY(seen->mayReceive(Audience({QStringLiteral("dept_3")})));
    QVERIFY(!seen->mayReceive(Audience({QStringLiteral("dept_4")})));
    m_right->registry.setServers({}); // the left one is gone
    QVERIFY(!m_right->registry.isOnline(*m_right->registry.station(QStringLiteral("a"))));
    m_right->registry.setServers({QStringLiteral("left")});
    m_left->registry.release(QStringLiteral("a"), QStringLiteral("r"));
    wait(*m_left);
    hear();
    QVERIFY(!m_right->registry.isOnline(*m_right->registry.station(QStringLiteral("a"))));
}

void TestStationRegistry::anotherProgramHasToWait()
{
    const QString id = QStringLiteral("a");
    QCOMPARE(claim(*m_left, record(id, QStringLiteral("1"))), StationRegistry::Claim::Held);
    QCOMPARE(claim(*m_left, record(id, QStringLiteral("2"))), StationRegistry::Claim::Taken);
    QCOMPARE(claim(*m_right, record(id, QStringLiteral("2"))), StationRegistry::Claim::Taken);
    m_left->registry.release(id, QStringLiteral("2")); // not his
    wait(*m_left);
    QCOMPARE(claim(*m_right, record(id, QStringLiteral("2"))), StationRegistry::Claim::Taken);
    m_redis->command(words("DEL pressboard:server:left")); // as it is ten seconds after a kill
    QCOMPARE(claim(*m_right, record(id, QStringLiteral("2"))), StationRegistry::Claim::Held);
}

void TestStationRegistry::theSameProgramGoesElsewhere()
{
    const QString id = QStringLiteral("a");
    QCOMPARE(claim(*m_left, record(id)), StationRegistry::Claim::Held);
    QCOMPARE(claim(*m_right, record(id)), StationRegistry::Claim::Held);
    m_left->registry.release(id, QStringLiteral("r")); // its old connection ends late
    wait(*m_left);
    hear();
    QCOMPARE(m_left->registry.station(id)->server, QStringLiteral("right"));
    QVERIFY(m_left->registry.isOnline(*m_left->registry.station(id)));
}

void TestStationRegistry::labelsStay()
{
    const QString id = QStringLiteral("a");
    claim(*m_left, record(id));
    m_clock.advance(std::chrono::hours(1));
    bool isDone = false;
    m_left->registry.rename(id, QStringLiteral("大屏"), this, [&](bool done) { isDone = done; });
    QTRY_VERIFY(isDone);
    const Moment first = m_left->registry.station(id)->firstSeen;
    claim(*m_right, record(id));
    QCOMPARE(m_right->registry.station(id)->shownName(), QStringLiteral("大屏"));
    QVERIFY(m_right->registry.station(id)->firstSeen == first);
    QVERIFY(m_right->registry.station(id)->lastSeen > first);
    bool isRefused = false;
    m_left->registry.rename(QStringLiteral("b"), {}, this, [&](bool done) { isRefused = !done; });
    QTRY_VERIFY(isRefused);
}

void TestStationRegistry::saysSinceWhenItIsOnline()
{
    const QString id = QStringLiteral("a");
    const auto since = [&] { return m_right->registry.station(id)->onlineSince; };
    claim(*m_left, record(id));
    const Moment expected = m_clock.now();
    m_clock.advance(std::chrono::minutes(30));
    claim(*m_right, record(id)); // the same program, elsewhere
    QVERIFY(since() == expected);
    m_right->registry.release(id, QStringLiteral("r"));
    wait(*m_right);
    m_clock.advance(StationRegistry::shortBreak);
    claim(*m_right, record(id));
    QVERIFY(since() == expected);
    m_right->registry.release(id, QStringLiteral("r"));
    wait(*m_right);
    m_clock.advance(StationRegistry::shortBreak + std::chrono::seconds(1));
    claim(*m_right, record(id));
    QVERIFY(since() == m_clock.now());
    m_right->registry.release(id, QStringLiteral("r"));
    wait(*m_right);
    m_clock.advance(std::chrono::seconds(1));
    claim(*m_right, record(id, QStringLiteral("r2"))); // begun anew
    QVERIFY(since() == m_clock.now());
}

void TestStationRegistry::aServersDeathIsAShortBreak()
{
    const QString id = QStringLiteral("a");
    claim(*m_left, record(id));
    const Moment since = m_clock.now();
    for (int hours = 0; hours < 3; ++hours) {
        m_clock.advance(StationRegistry::touchInterval);
        m_left->registry.touch();
        wait(*m_left);
    }
    m_clock.advance(StationRegistry::touchInterval); // killed just before the next
    claim(*m_right, record(id));
    QVERIFY(m_right->registry.station(id)->onlineSince == since);
}

void TestStationRegistry::aForgottenOneThatIsOnComesBack()
{
    const QString id = QStringLiteral("a");
    claim(*m_left, record(id));
    hear();
    m_right->registry.forget(id, this, [](bool) {});
    wait(*m_right);
    hear();
    wait(*m_left);
    QCOMPARE(m_redis->number(words("HLEN pressboard:stations")), 1);
    QVERIFY(m_left->registry.station(id));
}

void TestStationRegistry::ofTooManyTheOneAwayLongestGoes()
{
    const auto id = [](int i) { return QStringLiteral("s%1").arg(i); };
    for (int i = 0; i < limits::stationsOfUser; ++i) {
        m_clock.advance(std::chrono::seconds(1));
        QCOMPARE(claim(*m_left, record(id(i))), StationRegistry::Claim::Held);
    }
    QCOMPARE(claim(*m_left, record(id(100))), StationRegistry::Claim::TooMany);
    QCOMPARE(claim(*m_left, record(id(100), QStringLiteral("r"), QStringLiteral("li"))),
             StationRegistry::Claim::Held);
    for (const int away : {7, 3}) {
        m_clock.advance(std::chrono::seconds(1));
        m_left->registry.release(id(away), QStringLiteral("r"));
        wait(*m_left);
    }
    QCOMPARE(claim(*m_left, record(id(101))), StationRegistry::Claim::Held);
    wait(*m_left);
    QVERIFY(!m_left->registry.station(id(7)));
    QVERIFY(m_left->registry.station(id(3)));
}

void TestStationRegistry::forgetsWhoWasNotSeenForLong()
{
    claim(*m_left, record(QStringLiteral("here")));
    claim(*m_left, record(QStringLiteral("away")));
    m_left->registry.release(QStringLiteral("away"), QStringLiteral("r"));
    wait(*m_left);
    m_clock.advance(std::chrono::days(limits::stationDays + 1));
    m_left->registry.touch();
    wait(*m_left);
    QVERIFY(!m_left->registry.station(QStringLiteral("away")));
    QVERIFY(m_left->registry.station(QStringLiteral("here"))->lastSeen == m_clock.now());
}

void TestStationRegistry::aRedisThatLostThemIsTold()
{
    claim(*m_left, record(QStringLiteral("a")));
    QVERIFY(m_redis->restartEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_redis->number(words("HLEN pressboard:stations")), 1, 20'000);
}

void TestStationRegistry::aRedisThatLostThemIsToldSinceWhen()
{
    const QString id = QStringLiteral("a");
    claim(*m_left, record(id));
    const Moment since = m_clock.now();
    m_clock.advance(std::chrono::minutes(1));
    claim(*m_left, record(id)); // it said hello again
    m_clock.advance(std::chrono::hours(1));
    m_redis->command(words("DEL pressboard:stations"));
    m_left->registry.handleControl("new log");
    wait(*m_left);
    wait(*m_left);
    QVERIFY(m_left->registry.station(id)->onlineSince == since);
}

QTEST_GUILESS_MAIN(TestStationRegistry)
#include "tst_station_registry.moc"
