// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/pixel_shift.h"
#include "client/wall/page_turner.h"
#include "tests/support/manual_clock.h"

#include <QSet>
#include <QTest>

using namespace pressboard;
using pressboard::client::PageTurner;
using pressboard::client::pixelShift;
using namespace std::chrono_literals;

class TestPageTurner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages_data();
    void pages();
    void turnsEveryTwelveSeconds();
    void catchesUpAfterSleep();
    void keepsItsPageWhileRowsChange();
    void readsTheFirstPageInFull();
    void everyRowIsSeen();
    void pictureMovesByOnePixel();
};

void TestPageTurner::pages_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("pinned");
    QTest::addColumn<int>("pages");
    QTest::newRow("nothing") << 0 << 11 << 0 << 1;
    QTest::newRow("fits") << 11 << 11 << 0 << 1;
    QTest::newRow("one too many") << 12 << 11 << 3 << 2;
    QTest::newRow("three pages") << 27 << 11 << 3 << 3;
    QTest::newRow("three are half") << 14 << 6 << 3 << 4;
    QTest::newRow("half of four") << 34 << 4 << 2 << 16;
    QTest::newRow("half of three") << 5 << 3 << 1 << 2;
    QTest::newRow("one row of room") << 3 << 1 << 0 << 3;
    QTest::newRow("no room") << 3 << 0 << 0 << 1;
}

void TestPageTurner::pages()
{
    QFETCH(int, rows);
    QFETCH(int, room);
    PageTurner turner;
    turner.fit(rows, room);
    QTEST(turner.pinned(), "pinned");
    QTEST(turner.pages(), "pages");
    QCOMPARE(turner.shown().size(), qMin(rows, room));
}

void TestPageTurner::turnsEveryTwelveSeconds()
{
    test::ManualClock clock;
    PageTurner turner;
    turner.fit(27, 11);
    QVERIFY(!turner.turnWhenDue(clock.monotonic()));
    QCOMPARE(turner.shown(), QList<int>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    clock.advance(11'999ms);
    QVERIFY(!turner.turnWhenDue(clock.monotonic()));
    clock.advance(1ms);
    QVERIFY(turner.turnWhenDue(clock.monotonic()));
    QCOMPARE(turner.shown(), QList<int>({0, 1, 2, 11, 12, 13, 14, 15, 16, 17, 18}));
    clock.advance(24s);
    QVERIFY(turner.turnWhenDue(clock.monotonic()));
    QCOMPARE(turner.page(), 0);
}

void TestPageTurner::catchesUpAfterSleep()
{
    PageTurner turner;
    turner.fit(27, 11);
    turner.turnWhenDue(0s);
    QVERIFY(turner.turnWhenDue(12s * 7 + 5s));
    QCOMPARE(turner.page(), 1);
    QVERIFY(!turner.turnWhenDue(12s * 7 + 11s));
    QVERIFY(turner.turnWhenDue(12s * 8));
}

void TestPageTurner::keepsItsPageWhileRowsChange()
{
    PageTurner turner;
    turner.fit(27, 11);
    turner.turnWhenDue(0s);
    turner.turnWhenDue(24s);
    QCOMPARE(turner.page(), 2);
    turner.fit(28, 11);
    QCOMPARE(turner.page(), 2);
    turner.fit(19, 11); // the third page is gone
    QCOMPARE(turner.page(), 1);
    turner.fit(4, 11);
    QCOMPARE(turner.page(), 0);
    QCOMPARE(turner.shown(), QList<int>({0, 1, 2, 3}));
}

void TestPageTurner::readsTheFirstPageInFull()
{
    PageTurner turner;
    turner.fit(5, 11);
    turner.turnWhenDue(0s);
    turner.turnWhenDue(60s);
    turner.fit(12, 11);
    QVERIFY(!turner.turnWhenDue(71s));
    QVERIFY(turner.turnWhenDue(72s));
}

void TestPageTurner::everyRowIsSeen()
{
    for (int room = 1; room <= 12; ++room) {
        for (int rows = 0; rows <= 40; ++rows) {
            PageTurner turner;
            turner.fit(rows, room);
            QSet<int> seen;
            std::chrono::seconds now{0};
            for (int page = 0; page < turner.pages(); ++page, now += PageTurner::period) {
                turner.turnWhenDue(now);
                const QList<int> shown = turner.shown();
                QVERIFY(shown.size() <= room);
                seen.unite(QSet<int>(shown.begin(), shown.end()));
            }
            QCOMPARE(seen.size(), rows);
        }
    }
}

void TestPageTurner::pictureMovesByOnePixel()
{
    QPoint before = pixelShift(0min);
    QSet<int> places;
    for (std::chrono::minutes at{0}; at < 24h; at += 1min) {
        const QPoint now = pixelShift(at);
        QVERIFY((now - before).manhattanLength() <= 1);
        QVERIFY(QRect(0, 0, 3, 3).contains(now));
        places.insert(now.x() * 3 + now.y());
        before = now;
    }
    QCOMPARE(places.size(), 9);
    QCOMPARE(pixelShift(14min), pixelShift(0min));
    QVERIFY(pixelShift(15min) != pixelShift(14min));
}

QTEST_GUILESS_MAIN(TestPageTurner)
#include "tst_page_turner.moc"
