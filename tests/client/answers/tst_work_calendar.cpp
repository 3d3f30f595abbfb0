// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/work_calendar.h"
#include "tests/client/answers/book_builder.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestWorkCalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithWorkHours_data();
    void agreesWithWorkHours();
    void tellsWhenSoMuchIsWorked_data() { agreesWithWorkHours_data(); }
    void tellsWhenSoMuchIsWorked();
    void theDaysLastMinuteIsToday();
    void knowsTheShopsDates();
    void clampsWhatIsOutside();
};

void TestWorkCalendar::agreesWithWorkHours_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("two shifts") << u"08:00-12:00,13:00-20:00"_qs << QByteArray("Asia/Shanghai");
    QTest::newRow("night") << u"20:00-06:00"_qs << QByteArray("Asia/Shanghai");
    QTest::newRow("all day") << QString() << QByteArray("Asia/Shanghai");
    QTest::newRow("clocks change") << u"08:00-20:00"_qs << QByteArray("Europe/Berlin");
    QTest::newRow("all day, clocks change") << QString() << QByteArray("Europe/Berlin");
}

void TestWorkCalendar::agreesWithWorkHours()
{
    QFETCH(QString, hours);
    QFETCH(QByteArray, zone);
    const WorkHours work = *WorkHours::parse(hours);
    const QTimeZone place(zone);
    const WorkCalendar calendar(work, place, QDate(2026, 9, 1), QDate(2026, 12, 31));
    test::RandomEvents random(test::randomSeed());
    const Moment base = test::BookBuilder::at("09-02 00:00");
    for (int i = 0; i < 2000; ++i) {
        const Moment from = base + std::chrono::minutes(random.below(110 * 24 * 60));
        const Moment to = from + std::chrono::minutes(random.below(6 * 24 * 60));
        QCOMPARE(std::chrono::milliseconds(calendar.between(from, to)).count(),
                 work.between(from, to, place).count());
        QCOMPARE(calendar.dateOf(from), dateAt(from, place));
        const auto local = QDateTime::fromMSecsSinceEpoch(from.time_since_epoch().count(), place);
        QCOMPARE(calendar.clockAt(from).date(), local.date());
        QCOMPARE(calendar.clockAt(from).time(), local.time());
    }
}

/// The law: by then so much was worked, and just before it was not.
void TestWorkCalendar::tellsWhenSoMuchIsWorked()
{
    QFETCH(QString, hours);
    QFETCH(QByteArray, zone);
    const WorkCalendar calendar(*WorkHours::parse(hours), QTimeZone(zone), QDate(2026, 9, 1),
                                QDate(2026, 12, 31));
    test::RandomEvents random(test::randomSeed());
    const Moment base = test::BookBuilder::at("09-02 00:00");
    for (int i = 0; i < 2000; ++i) {
        const Moment from = base + std::chrono::minutes(random.below(80 * 24 * 60));
        const auto work = std::chrono::seconds(1 + random.below(100 * 60 * 60));
        const OptionalMoment then = calendar.whenWorked(from, work);
        QVERIFY(then);
        QVERIFY(calendar.between(from, *then) >= work);
        QVERIFY(calendar.between(from, *then - 1ms) < work);
    }
    QVERIFY(calendar.whenWorked(base, 0s) == OptionalMoment(base));
    QVERIFY(!calendar.whenWorked(base, 200 * 24h));
}

void TestWorkCalendar::theDaysLastMinuteIsToday()
{
    const WorkCalendar calendar = test::BookBuilder::scope().calendar;
    const Moment from = test::BookBuilder::at("11-23 10:00");
    QVERIFY(*calendar.whenWorked(from, 9h) == test::BookBuilder::at("11-23 20:00"));
    QVERIFY(*calendar.whenWorked(from, 9h + 1min) == test::BookBuilder::at("11-24 08:01"));
    const Moment night = test::BookBuilder::at("11-23 22:00");
    QVERIFY(*calendar.whenWorked(night, 4h) == test::BookBuilder::at("11-24 12:00"));
}

void TestWorkCalendar::knowsTheShopsDates()
{
    const WorkCalendar calendar = test::BookBuilder::scope().calendar;
    QCOMPARE(calendar.dateOf(test::BookBuilder::at("11-23 00:00")), QDate(2026, 11, 23));
    QCOMPARE(calendar.dateOf(test::BookBuilder::at("11-23 00:00") - 1ms), QDate(2026, 11, 22));
    QVERIFY(calendar.startOf(QDate(2026, 11, 23)) == test::BookBuilder::at("11-23 00:00"));
    QVERIFY(calendar.covers(QDate(2026, 11, 23)));
    QVERIFY(!calendar.covers(QDate(2028, 1, 1)));
}

void TestWorkCalendar::clampsWhatIsOutside()
{
    const WorkCalendar calendar(test::BookBuilder::hours(), test::BookBuilder::zone(),
                                QDate(2026, 11, 22), QDate(2026, 11, 23));
    const std::chrono::seconds elevenHours = 11h;
    QVERIFY(
        calendar.between(test::BookBuilder::at("01-01 00:00"), test::BookBuilder::at("11-23 00:00"))
        == elevenHours);
    QVERIFY(
        calendar.between(test::BookBuilder::at("11-23 00:00"), test::BookBuilder::at("12-31 00:00"))
        == elevenHours);
    QCOMPARE(calendar.dateOf(test::BookBuilder::at("12-31 00:00")), QDate(2026, 11, 23));
    QVERIFY(calendar.between(test::BookBuilder::now(), test::BookBuilder::now() - 1h) == 0s);
}

QTEST_APPLESS_MAIN(TestWorkCalendar)
#include "tst_work_calendar.moc"
