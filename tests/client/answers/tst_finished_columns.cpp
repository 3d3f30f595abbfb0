// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/finished_columns.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

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

void finish(BookBuilder &builder, qint64 id, const char *end)
{
    builder.order(id, OrderStatus::Processing).step("印刷", StepStatus::Completed, "", end);
}

FinishedColumns answer(const BookBuilder &builder, TimeRange range)
{
    return finishedColumns(builder.facts(), range, test::rangeScope());
}

/// Something the shop finished long ago: the four weeks are known.
void knowThePast(BookBuilder &builder)
{
    finish(builder, 9000, "09-20 12:00");
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
    const FinishedColumns columns = answer(BookBuilder(), range);
    QCOMPARE(columns.columns.size(), count);
    QVERIFY(columns.columns.first().begin == BookBuilder::at(begin.constData()));
    QVERIFY(columns.columns.last().end == BookBuilder::at(end.constData()));
    QCOMPARE(columns.finished, 0);
    QVERIFY(!columns.isComparable());
}

void TestFinishedColumns::aDayMayBeginInTheMorning()
{
    const ShopFacts facts = BookBuilder().facts();
    const RangeScope night{BookBuilder::at("11-23 03:00"), 8h};
    const FinishedColumns columns = finishedColumns(facts, TimeRange::Today, night);
    QVERIFY(columns.columns.first().begin == BookBuilder::at("11-22 08:00"));
    QVERIFY(columns.columns.last().end == BookBuilder::at("11-23 08:00"));
}

void TestFinishedColumns::countsWhatFell()
{
    BookBuilder builder;
    finish(builder, 1, "11-22 10:59"); // before the range
    finish(builder, 2, "11-22 11:00");
    finish(builder, 3, "11-22 11:59");
    finish(builder, 4, "11-23 10:34");
    builder.order(5, OrderStatus::Processing).step("折页", StepStatus::Skipped, "", "11-23 09:00");
    const FinishedColumns columns = answer(builder, TimeRange::Last24Hours);
    QCOMPARE(columns.finished, 3);
    QCOMPARE(columns.columns.first().finished, 2);
    QCOMPARE(columns.columns.last().finished, 1);
}

void TestFinishedColumns::theFutureIsNoWork()
{
    BookBuilder builder;
    finish(builder, 1, "11-23 10:35");
    QCOMPARE(answer(builder, TimeRange::Last24Hours).finished, 0);
    QCOMPARE(answer(builder, TimeRange::Today).columns.at(10).finished, 0);
}

void TestFinishedColumns::comparesWithTheSameWeekday()
{
    BookBuilder builder;
    knowThePast(builder);
    qint64 id = 1;
    for (const char *time : {"11-16 09:10", "11-16 09:20", "11-09 09:30", "11-02 09:40",
                             "10-26 09:50", "10-26 08:00", "11-17 09:00", "10-19 09:00"})
        finish(builder, id++, time);
    finish(builder, 100, "11-23 09:30");
    const FinishedColumns columns = answer(builder, TimeRange::Today);
    QCOMPARE(columns.weeks, 4);
    QCOMPARE(columns.usual, 1.5);
    QCOMPARE(columns.columns.at(9).usual, 1.25);
    QCOMPARE(columns.columns.at(8).usual, 0.25);
    QCOMPARE(columns.columns.at(9).finished, 1);
    QCOMPARE(columns.percentMore(), -33);
}

void TestFinishedColumns::comparesOnlyUpToNow()
{
    BookBuilder builder;
    knowThePast(builder);
    for (qint64 id = 1; id <= 8; ++id)
        finish(builder, id, "11-16 09:00");
    for (qint64 id = 11; id <= 14; ++id)
        finish(builder, id, "11-16 10:40"); // the hour that runs, but later than now
    const FinishedColumns columns = answer(builder, TimeRange::Today);
    QCOMPARE(columns.usual, 2.0);
    QCOMPARE(columns.columns.at(10).usual, 1.0); // the line tells of the whole hour
}

void TestFinishedColumns::comparesWithKnownWeeksOnly()
{
    BookBuilder builder;
    finish(builder, 100, "11-08 12:00"); // nothing older: two Mondays are known
    for (qint64 id = 1; id <= 6; ++id)
        finish(builder, id, "11-16 09:00");
    const FinishedColumns columns = answer(builder, TimeRange::Today);
    QCOMPARE(columns.weeks, 2);
    QCOMPARE(columns.usual, 3.0);
}

void TestFinishedColumns::tooFewCasesSayNothing()
{
    BookBuilder builder;
    knowThePast(builder);
    for (qint64 id = 1; id <= 4; ++id)
        finish(builder, id, "11-16 09:00");
    QVERIFY(!answer(builder, TimeRange::Today).isComparable());
    finish(builder, 5, "11-16 09:00");
    QVERIFY(answer(builder, TimeRange::Today).isComparable());
}

void TestFinishedColumns::leadsToItsOrders()
{
    BookBuilder builder;
    finish(builder, 5, "11-23 09:00");
    finish(builder, 3, "11-23 09:59");
    finish(builder, 4, "11-23 10:00");
    QCOMPARE(ordersFinishing(builder.facts(), BookBuilder::at("11-23 09:00"),
                             BookBuilder::at("11-23 10:00")),
             (QList<CrmId>{3, 5}));
}

QTEST_APPLESS_MAIN(TestFinishedColumns)
#include "tst_finished_columns.moc"
