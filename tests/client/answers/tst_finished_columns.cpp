// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/finished_columns.h"
#include "tests/client/answers/draft.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::Draft;

class TestFinishedColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usualRangeAsksForTheNightInTheMorning();
    void cutsTheRange_data();
    void cutsTheRange();
    void aDayMayBeginInTheMorning();
    void countsWhatFell();
    void theFutureIsNoWork();
    void comparesWithTheSameWeekday();
    void comparesOnlyUpToNow();
    void comparesWithKnownWeeksOnly();
    void tooFewCasesSayNothing();
    void leadsToItsOrders();
};

namespace {

void finish(Draft &draft, qint64 id, const char *end)
{
    draft.order(id, OrderStatus::Processing).step("印刷", StepStatus::Completed, "", end);
}

FinishedColumns answer(const Draft &draft, TimeRange range)
{
    return finishedColumns(draft.facts(), range, test::rangeScope());
}

/// Something the shop finished long ago: the four weeks are known.
void knowThePast(Draft &draft)
{
    finish(draft, 9000, "09-20 12:00");
}

} // namespace

void TestFinishedColumns::usualRangeAsksForTheNightInTheMorning()
{
    QCOMPARE(usualRange(QTime(8, 0)), TimeRange::Last24Hours);
    QCOMPARE(usualRange(QTime(11, 59)), TimeRange::Last24Hours);
    QCOMPARE(usualRange(QTime(12, 0)), TimeRange::Today);
}

void TestFinishedColumns::cutsTheRange_data()
{
    QTest::addColumn<TimeRange>("range");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("24 h") << TimeRange::Last24Hours << 24 << QByteArray("11-22 11:00")
                          << QByteArray("11-23 11:00");
    QTest::newRow("today") << TimeRange::Today << 24 << QByteArray("11-23 00:00")
                           << QByteArray("11-24 00:00");
    QTest::newRow("yesterday") << TimeRange::Yesterday << 24 << QByteArray("11-22 00:00")
                               << QByteArray("11-23 00:00");
    QTest::newRow("7 days") << TimeRange::Last7Days << 7 << QByteArray("11-17 00:00")
                            << QByteArray("11-24 00:00");
    QTest::newRow("30 days") << TimeRange::Last30Days << 30 << QByteArray("10-25 00:00")
                             << QByteArray("11-24 00:00");
}

void TestFinishedColumns::cutsTheRange()
{
    QFETCH(TimeRange, range);
    QFETCH(int, count);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    const FinishedColumns columns = answer(Draft(), range);
    QCOMPARE(columns.columns.size(), count);
    QVERIFY(columns.columns.first().begin == Draft::at(begin.constData()));
    QVERIFY(columns.columns.last().end == Draft::at(end.constData()));
    QCOMPARE(columns.finished, 0);
    QVERIFY(!columns.isComparable());
}

void TestFinishedColumns::aDayMayBeginInTheMorning()
{
    const ShopFacts facts = Draft().facts();
    const RangeScope night{Draft::at("11-23 03:00"), 8h};
    const FinishedColumns columns = finishedColumns(facts, TimeRange::Today, night);
    QVERIFY(columns.columns.first().begin == Draft::at("11-22 08:00"));
    QVERIFY(columns.columns.last().end == Draft::at("11-23 08:00"));
}

void TestFinishedColumns::countsWhatFell()
{
    Draft draft;
    finish(draft, 1, "11-22 10:59"); // before the range
    finish(draft, 2, "11-22 11:00");
    finish(draft, 3, "11-22 11:59");
    finish(draft, 4, "11-23 10:34");
    draft.order(5, OrderStatus::Processing).step("折页", StepStatus::Skipped, "", "11-23 09:00");
    const FinishedColumns columns = answer(draft, TimeRange::Last24Hours);
    QCOMPARE(columns.finished, 3);
    QCOMPARE(columns.columns.first().finished, 2);
    QCOMPARE(columns.columns.last().finished, 1);
}

void TestFinishedColumns::theFutureIsNoWork()
{
    Draft draft;
    finish(draft, 1, "11-23 10:35");
    QCOMPARE(answer(draft, TimeRange::Last24Hours).finished, 0);
    QCOMPARE(answer(draft, TimeRange::Today).columns.at(10).finished, 0);
}

void TestFinishedColumns::comparesWithTheSameWeekday()
{
    Draft draft;
    knowThePast(draft);
    qint64 id = 1;
    for (const char *time : {"11-16 09:10", "11-16 09:20", "11-09 09:30", "11-02 09:40",
                             "10-26 09:50", "10-26 08:00", "11-17 09:00", "10-19 09:00"})
        finish(draft, id++, time);
    finish(draft, 100, "11-23 09:30");
    const FinishedColumns columns = answer(draft, TimeRange::Today);
    QCOMPARE(columns.weeks, 4);
    QCOMPARE(columns.usual, 1.5);
    QCOMPARE(columns.columns.at(9).usual, 1.25);
    QCOMPARE(columns.columns.at(8).usual, 0.25);
    QCOMPARE(columns.columns.at(9).finished, 1);
    QCOMPARE(columns.percentMore(), -33);
}

void TestFinishedColumns::comparesOnlyUpToNow()
{
    Draft draft;
    knowThePast(draft);
    for (qint64 id = 1; id <= 8; ++id)
        finish(draft, id, "11-16 09:00");
    for (qint64 id = 11; id <= 14; ++id)
        finish(draft, id, "11-16 10:40"); // the hour that runs, but later than now
    const FinishedColumns columns = answer(draft, TimeRange::Today);
    QCOMPARE(columns.usual, 2.0);
    QCOMPARE(columns.columns.at(10).usual, 1.0); // the line tells of the whole hour
}

void TestFinishedColumns::comparesWithKnownWeeksOnly()
{
    Draft draft;
    finish(draft, 100, "11-08 12:00"); // nothing older: two Mondays are known
    for (qint64 id = 1; id <= 6; ++id)
        finish(draft, id, "11-16 09:00");
    const FinishedColumns columns = answer(draft, TimeRange::Today);
    QCOMPARE(columns.weeks, 2);
    QCOMPARE(columns.usual, 3.0);
}

void TestFinishedColumns::tooFewCasesSayNothing()
{
    Draft draft;
    knowThePast(draft);
    for (qint64 id = 1; id <= 4; ++id)
        finish(draft, id, "11-16 09:00");
    QVERIFY(!answer(draft, TimeRange::Today).isComparable());
    finish(draft, 5, "11-16 09:00");
    QVERIFY(answer(draft, TimeRange::Today).isComparable());
}

void TestFinishedColumns::leadsToItsOrders()
{
    Draft draft;
    finish(draft, 5, "11-23 09:00");
    finish(draft, 3, "11-23 09:59");
    finish(draft, 4, "11-23 10:00");
    QCOMPARE(ordersFinishing(draft.facts(), Draft::at("11-23 09:00"), Draft::at("11-23 10:00")),
             (QList<qint64>{3, 5}));
}

QTEST_APPLESS_MAIN(TestFinishedColumns)
#include "tst_finished_columns.moc"
