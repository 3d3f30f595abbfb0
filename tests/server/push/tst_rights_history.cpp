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

QTEST_GUILESS_MAIN(TestRightsHistory)
#include "tst_rights_history.moc"
