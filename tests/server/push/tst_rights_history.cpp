// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/rights_history.h"

#include "tests/server/push/house.h"

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
    House house;
    house.users.replace(
        {House::record(QStringLiteral("li")), House::record(QStringLiteral("wang"))});
    RightsHistory history(house.users, house.log);
    const StreamId position = house.appendOrder(1);
    house.users.replace({House::record(QStringLiteral("li"), Role::Admin),
                         House::record(QStringLiteral("wang"))});
    history.note();
    house.appendOrder(2);
    history.note();
    QCOMPARE(history.movedAt(House::record(QStringLiteral("li")).identity()), position);
    QVERIFY(history.movedAt(House::record(QStringLiteral("wang")).identity()).isNull());
}

void TestRightsHistory::whoIsGoneMovedToo()
{
    House house;
    house.users.replace({House::record(QStringLiteral("li"))});
    RightsHistory history(house.users, house.log);
    const StreamId position = house.appendOrder(1);
    house.users.replace({});
    history.note();
    QCOMPARE(history.movedAt(House::record(QStringLiteral("li")).identity()), position);
}

void TestRightsHistory::newUsersAndAnonymousNeverMoved()
{
    House house;
    RightsHistory history(house.users, house.log);
    house.appendOrder(1);
    house.users.replace({House::record(QStringLiteral("li"))});
    history.note();
    QVERIFY(history.movedAt(House::record(QStringLiteral("li")).identity()).isNull());
    Identity anonymous = House::record(QStringLiteral("li")).identity();
    house.users.replace({});
    history.note();
    anonymous.anonymous = true;
    QVERIFY(history.movedAt(anonymous).isNull());
}

QTEST_GUILESS_MAIN(TestRightsHistory)
#include "tst_rights_history.moc"
