// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/shift_report.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using test::BookBuilder;
using namespace std::chrono_literals;

class TestShiftReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picks_data();
    void picks();
    void isShorterWhenTheClocksChange();
    void countsByStep();
    void endsBelongToTheNextShift();
    void comparesWithTheSameShiftAWeekBefore();
    void oneThatWorksIsComparedUpToNow();
    void leadsToItsOrders();
    void everyFinishedStepIsInOneShift();
};

namespace {

Shifts twoShifts()
{
    return *Shifts::parse({u"白班 08:00-20:00"_qs, u"夜班 20:00-08:00"_qs});
}

ShiftSpan lastNight()
{
    return {twoShifts().all().at(1), BookBuilder::day("11-22"), BookBuilder::zone()};
}

ShiftReport reportOf(const BookBuilder &builder, const ShiftSpan &span, const char *now)
{
    return shiftReport(builder.facts(), ShiftPick::Night, span, BookBuilder::at(now));
}

} // namespace

void TestShiftReport::picks_data()
{
    QTest::addColumn<QStringList>("shifts");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("night"); // its begin, or nothing
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("current");
    const QStringList two{u"白班 08:00-20:00"_qs, u"夜班 20:00-08:00"_qs};
    const QStringList gap{u"白班 08:00-18:00"_qs, u"晚班 20:00-24:00"_qs};
    const auto row = [](const char *name, const QStringList &shifts, const char *now,
                        const char *night, const char *last, const char *current) {
        QTest::newRow(name) << shifts << QByteArray(now) << QString::fromLatin1(night)
                            << QString::fromLatin1(last) << QString::fromLatin1(current);
    };
    row("in the morning", two, "11-23 10:34", "11-22 20:00", "", "11-23 08:00");
    row("at the change", two, "11-23 08:00", "11-22 20:00", "", "11-23 08:00");
    row("a minute before", two, "11-23 07:59", "", "11-22 08:00", "11-22 20:00");
    row("in the evening", two, "11-23 21:00", "11-22 20:00", "11-23 08:00", "11-23 20:00");
    row("after midnight", two, "11-24 00:30", "", "11-23 08:00", "11-23 20:00");
    row("between shifts", gap, "11-23 19:00", "11-22 20:00", "11-23 08:00", "");
    row("before the first", gap, "11-23 06:00", "11-22 20:00", "", "");
    row("no shifts", {}, "11-23 10:34", "", "", "");
}

void TestShiftReport::picks()
{
    QFETCH(QStringList, shifts);
    QFETCH(QByteArray, now);
    const auto begin = [&](ShiftPick pick) {
        const auto span = shiftSpan(pick, *Shifts::parse(shifts), BookBuilder::at(now.constData()),
                                    BookBuilder::zone());
        if (!span)
            return QString();
        return QDateTime::fromMSecsSinceEpoch(span->begin().time_since_epoch().count(),
                                              BookBuilder::zone())
            .toString(u"MM-dd HH:mm"_qs);
    };
    QTEST(begin(ShiftPick::Night), "night");
    QTEST(begin(ShiftPick::Last), "last");
    QTEST(begin(ShiftPick::Current), "current");
}

/// 29 March 2026, 02:00 in Berlin becomes 03:00; 25 October, 03:00 becomes 02:00.
void TestShiftReport::isShorterWhenTheClocksChange()
{
    const Shift night = twoShifts().all().at(1);
    const QTimeZone berlin("Europe/Berlin");
    const ShiftSpan spring{night, QDate(2026, 3, 28), berlin};
    QCOMPARE(spring.end() - spring.begin(), 11h);
    QCOMPARE(spring.earlier(1).end() - spring.earlier(1).begin(), 12h);
    const ShiftSpan autumn{night, QDate(2026, 10, 24), berlin};
    QCOMPARE(autumn.end() - autumn.begin(), 13h);
}

void TestShiftReport::countsByStep()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("印刷", StepStatus::Completed, "11-22 21:00", "11-22 23:00")
        .step("折页", StepStatus::Completed, "11-22 23:30", "11-23 01:00")
        .step("锁线", StepStatus::InProgress, "11-23 07:00");
    builder.order(2, OrderStatus::Processing)
        .step("印刷", StepStatus::Completed, "11-23 02:00", "11-23 07:59")
        .step("折页", StepStatus::Waiting);
    const ShiftReport report = reportOf(builder, lastNight(), "11-23 10:34");
    QVERIFY(report.isOver);
    QCOMPARE(report.rows.size(), 3);
    QCOMPARE(report.rows.at(0), (ShiftReport::Row{u"印刷"_qs, 2, 0, 0, 0}));
    QCOMPARE(report.rows.at(1), (ShiftReport::Row{u"折页"_qs, 1, 0, 0, 1}));
    QCOMPARE(report.rows.at(2), (ShiftReport::Row{u"锁线"_qs, 0, 0, 1, 0}));
    QCOMPARE(report.all, (ShiftReport::Row{{}, 3, 0, 1, 1}));
}

void TestShiftReport::endsBelongToTheNextShift()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("a", StepStatus::Completed, "", "11-22 20:00") // the first moment
        .step("b", StepStatus::Completed, "", "11-22 19:59")
        .step("c", StepStatus::Completed, "", "11-23 08:00"); // is the day's
    const ShiftReport report = reportOf(builder, lastNight(), "11-23 10:34");
    QCOMPARE(report.all.finished, 1);
}

void TestShiftReport::comparesWithTheSameShiftAWeekBefore()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing).step("x", StepStatus::Completed, "", "11-10 12:00");
    for (int id = 2; id <= 6; ++id) // Sunday night a week before
        builder.order(id, OrderStatus::Processing)
            .step("印刷", StepStatus::Completed, "", "11-16 03:00");
    for (int id = 7; id <= 10; ++id)
        builder.order(id, OrderStatus::Processing)
            .step("印刷", StepStatus::Completed, "", "11-23 03:00");
    const ShiftReport report = reportOf(builder, lastNight(), "11-23 10:34");
    QVERIFY(report.isComparable);
    QCOMPARE(report.all.weekBefore, 5);
    QCOMPARE(report.percentMore(), std::optional(-20));
    // A shop that began yesterday has nothing to compare with.
    BookBuilder fresh;
    fresh.order(1, OrderStatus::Processing).step("印刷", StepStatus::Completed, "", "11-23 03:00");
    QVERIFY(!reportOf(fresh, lastNight(), "11-23 10:34").isComparable);
    QCOMPARE(reportOf(fresh, lastNight(), "11-23 10:34").percentMore(), std::nullopt);
}

void TestShiftReport::oneThatWorksIsComparedUpToNow()
{
    BookBuilder builder;
    builder.order(1, OrderStatus::Processing)
        .step("x", StepStatus::Completed, "", "11-10 12:00")
        .step("a", StepStatus::Completed, "", "11-15 23:00")
        .step("b", StepStatus::Completed, "", "11-16 02:00"); // later than now is in this week
    const ShiftReport report = reportOf(builder, lastNight(), "11-23 00:30");
    QVERIFY(!report.isOver);
    QCOMPARE(report.all.weekBefore, 1);
}

void TestShiftReport::leadsToItsOrders()
{
    BookBuilder builder;
    builder.order(9, OrderStatus::Processing)
        .step("印刷", StepStatus::Completed, "", "11-23 03:00");
    builder.order(4, OrderStatus::Processing)
        .step("折页", StepStatus::Completed, "", "11-23 03:00");
    builder.order(5, OrderStatus::Processing)
        .step("印刷", StepStatus::Completed, "", "11-23 09:00");
    QCOMPARE(ordersOfShift(builder.facts(), lastNight(), {u"印刷"_qs}), QList<CrmId>{9});
    QCOMPARE(ordersOfShift(builder.facts(), lastNight(), {u"印刷"_qs, u"折页"_qs}),
             (QList<CrmId>{4, 9}));
}

/// Shifts around the clock share out a day: nothing twice, nothing lost, also when the clocks
/// change.
void TestShiftReport::everyFinishedStepIsInOneShift()
{
    for (const char *zone : {"Asia/Shanghai", "Europe/Berlin"}) {
        const QTimeZone where(zone);
        const QList<Shift> shifts = twoShifts().all();
        for (const QDate from : {QDate(2026, 3, 25), QDate(2026, 10, 20)}) {
            Moment until = ShiftSpan{shifts.at(0), from, where}.begin();
            for (int day = 0; day < 9; ++day) {
                for (const Shift &shift : shifts) {
                    const ShiftSpan span{shift, from.addDays(day), where};
                    QCOMPARE(span.begin(), until);
                    until = span.end();
                }
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestShiftReport)
#include "tst_shift_report.moc"
