// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/rights_history.h"

#include "tests/server/push/hub_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

class TestRightsHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhereRightsMoved();
    void whoIsGoneMovedToo();
    void newUsersAndAnonymousNeverMoved();
    void keepsTheLaterOfWhatItIsTold();
    void placesOfAnotherLogDoNotCount();
    void distrustsEverybody();
};

void TestRightsHistory::tellsWhereRightsMoved()
{
    HubFixture fixture;
    fixture.users.replace(
        {HubFixture::record(QStringLiteral("li")), HubFixture::record(QStringLiteral("wang"))});
    RightsHistory history(fixture.users, fixture.log);
    const StreamId position = fixture.appendOrder(1);
    fixture.users.replace({HubFixture::record(QStringLiteral("li"), Role::Admin),
                           HubFixture::record(QStringLiteral("wang"))});
    history.note();
    fixture.appendOrder(2);
    history.note();
    QCOMPARE(history.movedAt(HubFixture::record(QStringLiteral("li")).identity()), position);
    QVERIFY(history.movedAt(HubFixture::record(QStringLiteral("wang")).identity()).isNull());
}

void TestRightsHistory::whoIsGoneMovedToo()
{
    HubFixture fixture;
    fixture.users.replace({HubFixture::record(QStringLiteral("li"))});
    RightsHistory history(fixture.users, fixture.log);
    const StreamId position = fixture.appendOrder(1);
    fixture.users.replace({});
    history.note();
    QCOMPARE(history.movedAt(HubFixture::record(QStringLiteral("li")).identity()), position);
}

void TestRightsHistory::newUsersAndAnonymousNeverMoved()
{
    HubFixture fixture;
    RightsHistory history(fixture.users, fixture.log);
    fixture.appendOrder(1);
    fixture.users.replace({HubFixture::record(QStringLiteral("li"))});
    history.note();
    QVERIFY(history.movedAt(HubFixture::record(QStringLiteral("li")).identity()).isNull());
    Identity anonymous = HubFixture::record(QStringLiteral("li")).identity();
    fixture.users.replace({});
    history.note();
    anonymous.anonymous = true;
    QVERIFY(history.movedAt(anonymous).isNull());
}

void TestRightsHistory::keepsTheLaterOfWhatItIsTold()
{
    HubFixture fixture;
    const Identity li = HubFixture::record(QStringLiteral("li")).identity();
    RightsHistory history(fixture.users, fixture.log);
    const StreamId early = fixture.appendOrder(1);
    const StreamId late = fixture.appendOrder(2);
    for (const StreamId place : {early, late, early})
        history.remember(QStringLiteral("e1"), {{li.user, place}});
    QCOMPARE(history.movedAt(li), late);
}

void TestRightsHistory::placesOfAnotherLogDoNotCount()
{
    HubFixture fixture;
    const Identity li = HubFixture::record(QStringLiteral("li")).identity();
    fixture.users.replace({HubFixture::record(li.user)});
    RightsHistory history(fixture.users, fixture.log);
    const StreamId place = fixture.appendOrder(1);
    history.remember(QStringLiteral("e0"), {{li.user, place}});
    QVERIFY(history.movedAt(li).isNull());
    fixture.users.replace({});
    history.note();
    QCOMPARE(history.movedAt(li), place);
    Book other;
    other.epoch = QStringLiteral("e2");
    fixture.log.reset(other);
    QVERIFY(history.movedAt(li).isNull());
}

void TestRightsHistory::distrustsEverybody()
{
    HubFixture fixture;
    const Identity li = HubFixture::record(QStringLiteral("li")).identity();
    fixture.users.replace({HubFixture::record(li.user)});
    RightsHistory history(fixture.users, fixture.log);
    const StreamId place = fixture.appendOrder(1);
    history.distrustAll();
    QCOMPARE(history.movedAt(li), place);
}

QTEST_GUILESS_MAIN(TestRightsHistory)
#include "tst_rights_history.moc"
