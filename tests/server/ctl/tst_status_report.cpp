// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/status_report.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::server::ctl;

/// Golden: these lines are what an admin reads.
class TestStatusReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allIsWell();
    void nothingRunsYet();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void oldRejectsAreNoAlarm();
    void aWriterThatHasJustBegunIsNoAlarm();
    void remarksAreNoAlarm();
    void ofAReplicaItSaysNothingOfTheServers_data();
    void ofAReplicaItSaysNothingOfTheServers();
    void saysHowSourcesAreDoing();
    void aServerThatIsNotReadyIsNotWell();
    void neverAsksToStartWhatRuns_data();
    void neverAsksToStartWhatRuns();
    void whoDoesNotAnswerIsNotWell();
    void aServerOfAnotherRedisIsNamed();
    void hostsAreToldApart();
    void aSecondLogIsAProblem();
    void whatIsLeftOverIsNoted();
    void theSameForPrograms();
};

namespace {

constexpr quint64 now = 1'795'401'240'000; // 2026-11-23 10:34:00 in Shanghai

StatusFacts well()
{
    StatusFacts facts;
    facts.endpoint = QStringLiteral("unix:///var/lib/pressboard/redis.sock");
    facts.info = "redis_version:7.0.15\r\nused_memory_human:2.10M\r\n"
                 "maxmemory_policy:noeviction\r\naof_enabled:1\r\n";
    facts.logState.epoch = QStringLiteral("e");
    facts.logState.first = StreamId{now - 90'000, 0};
    facts.logState.lastGenerated = StreamId{now - 60'000, 3};
    facts.logState.book = LogState::StoredBook{QStringLiteral("e"), {now - 60'000, 2}, true};
    facts.logState.time = Moment(std::chrono::milliseconds(now));
    facts.entries = 1234;
    facts.behind = 1;
    facts.leaseMs = 8000;
    PresenceReport server;
    server.address = QStringLiteral("192.168.1.10:5173");
    server.version = QStringLiteral("0.1.0");
    server.position = facts.logState.lastGenerated;
    server.clients = 12;
    facts.servers = {server};
    facts.users = 3;
    return facts;
}

OpsAnswer runningServer(const StatusFacts &facts, const QStringList &reasons)
{
    return {QStringLiteral("127.0.0.1:5174"), reasons.isEmpty(), reasons, facts.endpoint,
            facts.prefix};
}

QString textOf(const StatusFacts &facts)
{
    return StatusReport(facts, QTimeZone("Asia/Shanghai")).lines().join(u'\n');
}

} // namespace

void TestStatusReport::allIsWell()
{
    QCOMPARE(textOf(well()),
             QStringLiteral(
                 "ok  Redis       unix:///var/lib/pressboard/redis.sock, version 7.0.15, 2.10M in "
                 "use, maxmemory-policy noeviction, append-only file on\n"
                 "ok  Log         1234 entries, position 1795401180000-3 (2026-11-23 10:33:00)\n"
                 "ok  Checkpoint  position 1795401180000-2, 1 entry behind\n"
                 "ok  Writer      a server holds the lease\n"
                 "ok  Server      192.168.1.10:5173, version 0.1.0, position 1795401180000-3, "
                 "12 clients\n"
                 "ok  Clients     12\n"
                 "ok  Users       3\n"
                 "ok  Rejects     0\n"
                 "All is well."));
    QVERIFY(StatusReport(well(), QTimeZone::utc()).isWell());
}

void TestStatusReport::nothingRunsYet()
{
    StatusFacts facts;
    facts.endpoint = QStringLiteral("redis://127.0.0.1:6379");
    facts.logState.time = Moment(std::chrono::milliseconds(now));
    QCOMPARE(textOf(facts),
             QStringLiteral(
                 "ok  Redis       redis://127.0.0.1:6379\n"
                 "ok  Log         empty\n"
                 "ok  Checkpoint  none yet\n"
                 "!!  Writer      nobody holds the lease\n"
                 "      → Nothing is checkpointed or trimmed: start pressboard-server.\n"
                 "!!  Servers     none\n"
                 "      → No board is served: start pressboard-server on this Redis.\n"
                 "ok  Clients     0\n"
                 "!!  Users       0\n"
                 "      → Nobody can come in: \"pressboardctl user add NAME --role admin\", or, "
                 "for a new shop, start pressboard-server, which adds the first admin.\n"
                 "ok  Rejects     0\n"
                 "Not all is well: see the lines with !!."));
}

using Spoil = std::function<void(StatusFacts &)>;
Q_DECLARE_METATYPE(Spoil)

void TestStatusReport::saysWhatToDo_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *name, const char *subject, const char *advice, Spoil spoil) {
        QTest::newRow(name) << spoil << QString::fromUtf8(subject) << QString::fromUtf8(advice);
    };
    row("eviction", "Redis", "Set it to noeviction",
        [](StatusFacts &facts) { facts.info.replace("noeviction", "allkeys-lru"); });
    row("eviction of what runs out", "Redis", "Set it to noeviction",
        [](StatusFacts &facts) { facts.info.replace("noeviction", "volatile-lru"); });
    row("no append-only file", "Redis", "appendonly yes",
        [](StatusFacts &facts) { facts.info.replace("aof_enabled:1", "aof_enabled:0"); });
    row("poisoned", "Log", "pressboardctl new-log", [](StatusFacts &facts) {
        facts.logState.lastGenerated = {now * 2, 0};
        facts.servers.first().position = facts.logState.lastGenerated;
    });
    row("a server writes no checkpoint", "Checkpoint", "has not written one",
        [](StatusFacts &facts) {
            facts.logState.book.reset();
            facts.entries = 50'000;
        });
    row("foreign checkpoint", "Checkpoint", "another log",
        [](StatusFacts &facts) { facts.logState.book->epoch = QStringLiteral("other"); });
    row("far behind", "Checkpoint", "every few seconds",
        [](StatusFacts &facts) { facts.behind = 50'000; });
    row("no writer", "Writer", "look into its log", [](StatusFacts &facts) { facts.leaseMs = -2; });
    row("a lease by hand", "Writer", "lets it run out within seconds",
        [](StatusFacts &facts) { facts.leaseMs = -1; });
    row("no server", "Servers", "start pressboard-server",
        [](StatusFacts &facts) { facts.servers.clear(); });
    row("a server that does not read", "Server", "restart it", [](StatusFacts &facts) {
        facts.servers.first().position = {1, 0};
    });
    row("what only the server sees", "Server", "order:7", [](StatusFacts &facts) {
        facts.servers.first().problems = {QStringLiteral("Cannot be read: order:7.")};
    });
    row("no users", "Users", "user add", [](StatusFacts &facts) { facts.users = 0; });
    row("rejects", "Rejects", "have the publisher mended", [](StatusFacts &facts) {
        facts.rejects = 2;
        facts.latestReject = {{now - 5000, 0}, QStringLiteral("order_id: found nothing")};
    });
}

void TestStatusReport::saysWhatToDo()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, subject);
    QFETCH(QString, advice);
    StatusFacts facts = well();
    spoil(facts);
    const StatusReport report(facts, QTimeZone::utc());
    QVERIFY(!report.isWell());
    QStringList alarming = report.lines().filter(QStringLiteral("!!  "));
    QCOMPARE(alarming.size(), 1);
    QVERIFY2(alarming.first().startsWith(QStringLiteral("!!  ") + subject),
             qPrintable(alarming.first()));
    const QStringList advised = report.lines().filter(QStringLiteral("→"));
    QCOMPARE(advised.size(), 1);
    QVERIFY2(advised.first().contains(advice), qPrintable(advised.first()));
}

void TestStatusReport::oldRejectsAreNoAlarm()
{
    StatusFacts facts = well();
    facts.rejects = 1;
    facts.latestReject = {{now - 2 * 86'400'000, 0}, QStringLiteral("type: found \"Ping\"")};
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
    QVERIFY(textOf(facts).contains(
        QStringLiteral("ok  Rejects     1, the latest 1795228440000-0 (2026-11-21 10:34:00): "
                       "type: found \"Ping\"")));
}

void TestStatusReport::aWriterThatHasJustBegunIsNoAlarm()
{
    StatusFacts facts = well();
    facts.logState.book.reset();
    facts.entries = 1;
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
}

void TestStatusReport::saysHowSourcesAreDoing()
{
    StatusFacts facts = well();
    facts.servers[0].sources = {QStringLiteral("Django Channels at crm: 3 taken.")};
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
    QVERIFY(textOf(facts).contains(QStringLiteral("      · Django Channels at crm: 3 taken.")));
}

void TestStatusReport::remarksAreNoAlarm()
{
    StatusFacts facts = well();
    facts.servers[0].remarks = {QStringLiteral("Refused with 429, all places taken: 3."),
                                QStringLiteral("Clients closed for sending too many messages: 1.")};
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
    QVERIFY(textOf(facts).contains(
        QStringLiteral("12 clients\n"
                       "      Since its start:\n"
                       "      · Refused with 429, all places taken: 3.\n"
                       "      · Clients closed for sending too many messages: 1.\n"
                       "ok  Clients     12\n")));
}

void TestStatusReport::ofAReplicaItSaysNothingOfTheServers_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("says");
    QTest::newRow("in touch") << "master_link_status:up\r\n"
                              << "replica of 10.0.0.5:6379: no";
    QTest::newRow("cut off") << "master_link_down_since_seconds:42\r\n"
                             << "10.0.0.5:6379, which it has not reached for 42 s: no";
    QTest::newRow("never in touch") << "master_link_down_since_seconds:-1\r\n"
                                    << "10.0.0.5:6379, which it does not reach: no";
}

void TestStatusReport::ofAReplicaItSaysNothingOfTheServers()
{
    QFETCH(QString, link);
    QFETCH(QString, says);
    StatusFacts facts = well();
    facts.leaseMs = -2;
    facts.servers.clear();
    facts.info += "role:slave\r\nmaster_host:10.0.0.5\r\nmaster_port:6379\r\n" + link.toUtf8();
    const QString text = textOf(facts);
    QVERIFY2(text.contains(says), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("REPLICAOF NO ONE")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("start pressboard-server")), qPrintable(text));
    QVERIFY(!StatusReport(facts, QTimeZone::utc()).isWell());
}

/// Its last report may be older than what it says now.
void TestStatusReport::aServerThatIsNotReadyIsNotWell()
{
    StatusFacts facts = well();
    facts.ops = runningServer(facts, {QStringLiteral("The disk is full.")});
    QVERIFY2(textOf(facts).contains(QStringLiteral(
                 "!!  Not ready   the pressboard-server that answers at 127.0.0.1:5174 says so\n"
                 "      → The disk is full.")),
             qPrintable(textOf(facts)));
    facts.servers.first().problems = facts.ops->reasons;
    QVERIFY(!textOf(facts).contains(QStringLiteral("Not ready"))); // it is said once
    QVERIFY(!StatusReport(facts, QTimeZone::utc()).isWell());
    facts = well();
    facts.ops = runningServer(facts, {});
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
}

void TestStatusReport::neverAsksToStartWhatRuns_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("empty Redis") << Spoil([](StatusFacts &facts) {
        facts = {};
        facts.endpoint = QStringLiteral("redis://127.0.0.1:6379");
    });
    QTest::newRow("no report") << Spoil([](StatusFacts &facts) { facts.servers.clear(); });
    QTest::newRow("no writer") << Spoil([](StatusFacts &facts) { facts.leaseMs = -2; });
    QTest::newRow("lease by hand") << Spoil([](StatusFacts &facts) { facts.leaseMs = -1; });
    QTest::newRow("no checkpoint") << Spoil([](StatusFacts &facts) {
        facts.logState.book.reset();
        facts.entries = 50'000;
    });
    QTest::newRow("foreign checkpoint")
        << Spoil([](StatusFacts &facts) { facts.logState.book->epoch = QStringLiteral("other"); });
}

void TestStatusReport::neverAsksToStartWhatRuns()
{
    QFETCH(Spoil, spoil);
    StatusFacts facts = well();
    spoil(facts);
    facts.ops = runningServer(facts, {QStringLiteral("Redis does not answer.")});
    const QString text = textOf(facts);
    QVERIFY2(!text.contains(QStringLiteral("start pressboard-server"), Qt::CaseInsensitive),
             qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("start one")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("→ Redis does not answer.")));
}

void TestStatusReport::whoDoesNotAnswerIsNotWell()
{
    StatusFacts facts = well();
    facts.question = "q2";
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell()); // a version that knows no question
    facts.servers.first().asked = "q2";
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
    facts.servers.first().asked = "q1";
    QVERIFY2(textOf(facts).contains(QStringLiteral("→ It does not answer")),
             qPrintable(textOf(facts)));
    facts.question.clear(); // this account may not ask
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
}

void TestStatusReport::aServerOfAnotherRedisIsNamed()
{
    StatusFacts facts = well();
    facts.servers.clear();
    facts.logState.book.reset();
    facts.entries = 50'000;
    QVERIFY(textOf(facts).contains(QStringLiteral("→ Start pressboard-server: it reads the log")));
    facts.ops = OpsAnswer{QStringLiteral("127.0.0.1:5174"),
                          true,
                          {},
                          QStringLiteral("redis://other:6379"),
                          QStringLiteral("shop:")};
    QVERIFY2(textOf(facts).contains(QStringLiteral(
                 "start pressboard-server on this Redis. (The one that answers at 127.0.0.1:5174 "
                 "works with redis://other:6379 and the prefix \"shop:\".)")),
             qPrintable(textOf(facts)));
}

void TestStatusReport::hostsAreToldApart()
{
    StatusFacts facts = well();
    facts.servers.first().host = QStringLiteral("press1");
    facts.servers.first().address = QStringLiteral("0.0.0.0:5173");
    QVERIFY(textOf(facts).contains(
        QStringLiteral("ok  Server      press1 (0.0.0.0:5173), version 0.1.0")));
}

void TestStatusReport::aSecondLogIsAProblem()
{
    StatusFacts facts = well();
    facts.prefix = QStringLiteral("pressboard:");
    facts.otherLog = QStringLiteral("redis://127.0.0.1:6379");
    QVERIFY2(textOf(facts).contains(
                 QStringLiteral("!!  Second log  in the Redis at redis://127.0.0.1:6379\n"
                                "      → Somebody publishes there")),
             qPrintable(textOf(facts)));
}

void TestStatusReport::whatIsLeftOverIsNoted()
{
    StatusFacts facts = well();
    facts.dataDir = QStringLiteral("/var/lib/pressboard");
    facts.isRestoring = true;
    QVERIFY(textOf(facts).contains(QStringLiteral("ok  Old log     in /var/lib/pressboard\n")));
    QVERIFY(textOf(facts).contains(QStringLiteral("ok  Restore     under way, or broken off\n")));
    QVERIFY(StatusReport(facts, QTimeZone::utc()).isWell());
}

void TestStatusReport::theSameForPrograms()
{
    StatusFacts facts = well();
    facts.users = 0;
    const QJsonObject report = StatusReport(facts, QTimeZone::utc()).toJson();
    QCOMPARE(report.value(QLatin1StringView("well")).toBool(true), false);
    const QJsonArray subjects = report.value(QLatin1StringView("subjects")).toArray();
    const auto users = std::find_if(subjects.begin(), subjects.end(), [](const QJsonValue &each) {
        return each[QLatin1StringView("name")].toString() == QLatin1StringView("Users");
    });
    QVERIFY(users != subjects.end());
    QCOMPARE((*users)[QLatin1StringView("ok")].toBool(true), false);
    QVERIFY((*users)[QLatin1StringView("advice")][0].toString().contains(
        QLatin1StringView("Nobody can come in")));
}

QTEST_APPLESS_MAIN(TestStatusReport)
#include "tst_status_report.moc"
