// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/file_room.h"

#include <QTest>

using namespace pressboard::server;

class TestFileRoom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsSomeBack_data();
    void keepsSomeBack();
};

void TestFileRoom::keepsSomeBack_data()
{
    QTest::addColumn<qint64>("allowed");
    for (const qint64 allowed : {0, 128, 129, 200, 256, 1024, 4096, 21'000, 100'000})
        QTest::addRow("%lld", allowed) << allowed;
}

void TestFileRoom::keepsSomeBack()
{
    QFETCH(qint64, allowed);
    const Config whole;
    const Config fitted = FileRoom::fitted(whole, allowed);
    QVERIFY(fitted.maxClients >= 1 && fitted.maxClients <= whole.maxClients);
    QVERIFY(fitted.maxHandshakes >= 1 && fitted.maxHandshakes <= whole.maxHandshakes);
    if (allowed >= FileRoom::keptBack + 2)
        QVERIFY(fitted.maxClients + fitted.maxHandshakes + FileRoom::keptBack <= allowed);
    if (allowed >= FileRoom::neededBy(whole))
        QCOMPARE(fitted.maxClients, whole.maxClients);
}

QTEST_APPLESS_MAIN(TestFileRoom)
#include "tst_file_room.moc"
