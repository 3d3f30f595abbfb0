// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hello.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

const QByteArray testNotice =
    R"({"type":"publish","ref":"r","event":{"type":"general_notification",)"
    R"("data":{"message":"hello","test":true,"heavy":"xxxxxxxx"},"groups":["dept_3"]}})";
const QByteArray notice = R"({"type":"publish","ref":"r","event":{"type":"general_notification",)"
                          R"("data":{"message":"hello"}}})";

QJsonObject lastAnswer(const MemoryWire &wire)
{
    return json(withoutNumbers(wire.texts).last());
}

QString codeOf(const MemoryWire &wire)
{
    return lastAnswer(wire).value(QLatin1StringView("code")).toString();
}

} // namespace

/// What a publish leads to, and what its sender hears.
class TestPublishHandler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTestComesBackAndGoesNowhere_data();
    void aTestComesBackAndGoesNowhere();
    void anAdminsTestGoesThroughTheLog();
    void anAdminTestsOnceASecond();
    void aPageIsRefused();
    void aWithdrawalSaidAgainIsAnsweredAsBefore_data();
    void aWithdrawalSaidAgainIsAnsweredAsBefore();
};

void TestPublishHandler::aTestComesBackAndGoesNowhere_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("viewer") << Role::Viewer;
    QTest::newRow("operator") << Role::Operator;
}

void TestPublishHandler::aTestComesBackAndGoesNowhere()
{
    QFETCH(Role, role);
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("li"), role));
    MemoryWire &others = fixture.connectLive(
        HubFixture::record(QStringLiteral("li"), Role::Viewer, {QStringLiteral("3")}));
    for (int i = 0; i < 20; ++i)
        wire.say(testNotice);
    fixture.turn();
    QVERIFY(fixture.publisher.asked.isEmpty());
    QVERIFY(withoutNumbers(others.texts).isEmpty());
    const QJsonObject ack = lastAnswer(wire);
    QCOMPARE(ack.value(QLatin1StringView("type")).toString(), QStringLiteral("ack"));
    QCOMPARE(ack.value(QLatin1StringView("ref")).toString(), QStringLiteral("r"));
    QVERIFY(!ack.contains(QLatin1StringView("id"))); // it has no place in the log
    QCOMPARE(ack.value(QLatin1StringView("echo")).toObject().keys(),
             QStringList({QStringLiteral("message"), QStringLiteral("sender"),
                          QStringLiteral("test"), QStringLiteral("timestamp")}));
}

void TestPublishHandler::anAdminsTestGoesThroughTheLog()
{
    HubFixture fixture;
    fixture.connectLive(HubFixture::record(QStringLiteral("wang"), Role::Admin)).say(testNotice);
    QCOMPARE(fixture.publisher.asked.size(), 1);
    const Event &event = fixture.publisher.asked.first().event;
    QCOMPARE(event.groups, Audience({QStringLiteral("dept_3")}));
    QVERIFY(!event.data.contains(QLatin1StringView("heavy")));
}

/// However many connections he has. What is no test is another bound's business.
void TestPublishHandler::anAdminTestsOnceASecond()
{
    HubFixture fixture;
    const UserRecord admin = HubFixture::record(QStringLiteral("wang"), Role::Admin);
    MemoryWire &one = fixture.connectLive(admin);
    MemoryWire &other = fixture.connectLive(admin);
    MemoryWire &another =
        fixture.connectLive(HubFixture::record(QStringLiteral("wu"), Role::Admin));
    one.say(testNotice);
    QCOMPARE(fixture.publisher.asked.size(), 1);
    other.say(testNotice);
    QCOMPARE(codeOf(other), QStringLiteral("too_many"));
    one.say(testNotice);
    QCOMPARE(codeOf(one), QStringLiteral("too_many"));
    QCOMPARE(fixture.publisher.asked.size(), 1);
    QCOMPARE(fixture.hub->counters().publishesRefused, 2u);
    another.say(testNotice);
    one.say(notice);
    QCOMPARE(fixture.publisher.asked.size(), 3);
    fixture.clock.advance(1s);
    other.say(testNotice);
    QCOMPARE(fixture.publisher.asked.size(), 4);
}

void TestPublishHandler::aPageIsRefused()
{
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(HubFixture::record(QStringLiteral("page"), Role::Page));
    for (const QByteArray &said : {testNotice, notice}) {
        wire.say(said);
        QCOMPARE(codeOf(wire), QStringLiteral("forbidden"));
    }
    QVERIFY(fixture.publisher.asked.isEmpty());
}

void TestPublishHandler::aWithdrawalSaidAgainIsAnsweredAsBefore_data()
{
    QTest::addColumn<Storage>("known");
    QTest::addColumn<QString>("answer");
    using Kind = Storage::Kind;
    QTest::newRow("it was done, and its answer was lost")
        << Storage{Kind::Again, {{7, 1}}} << QStringLiteral("ack");
    QTest::newRow("never said") << Storage{Kind::Unknown, {}} << QStringLiteral("error");
    QTest::newRow("something else was") << Storage{Kind::Other, {}} << QStringLiteral("error");
}

/// The notice is gone, so nobody knows by the board whose it was.
void TestPublishHandler::aWithdrawalSaidAgainIsAnsweredAsBefore()
{
    QFETCH(const Storage, known);
    QFETCH(const QString, answer);
    HubFixture fixture;
    MemoryWire &wire = fixture.connectLive(
        HubFixture::record(QStringLiteral("li"), Role::Operator, {QStringLiteral("3")}));
    wire.say(R"({"type":"publish","ref":"w","event":{"type":"general_notification",)"
             R"("data":{"message":"","replaces":"5-1"},"groups":["dept_3"]}})");
    QCOMPARE(fixture.publisher.asked.size(), 1);
    QVERIFY(fixture.publisher.asked.first().events.isEmpty()); // nothing is stored by asking
    fixture.publisher.asked.first().answer(known);
    QCOMPARE(lastAnswer(wire).value(QLatin1StringView("type")).toString(), answer);
    QCOMPARE(lastAnswer(wire).value(QLatin1StringView("ref")).toString(), QStringLiteral("w"));
}

QTEST_GUILESS_MAIN(TestPublishHandler)
#include "tst_publish_handler.moc"
