// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/time.h"

#include <QTest>

using namespace pressboard;
using namespace std::chrono_literals;

namespace {

const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}

} // namespace

class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMoments_data();
    void readsMoments();
    void readsDates_data();
    void readsDates();
    void writesMoments();
    void readsWhatItWrites();
    void movesOnWhatDaylightSavingSkips();
    void knowsTheShopsDate();
    void shopsDayBeginsInTheMorning();
    void ticks();
};

void TestTime::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wire"); // empty: refused

    QTest::newRow("wire") << u"2026-11-23T02:32:05Z"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("lower case") << u"2026-11-23t02:32:05z"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("milliseconds") << u"2026-11-23T02:32:05.007Z"_qs
                                  << u"2026-11-23T02:32:05.007Z"_qs;
    QTest::newRow("microseconds") << u"2026-11-23T02:32:05.123999Z"_qs
                                  << u"2026-11-23T02:32:05.123Z"_qs;
    QTest::newRow("tenths") << u"2026-11-23T02:32:05.5Z"_qs << u"2026-11-23T02:32:05.500Z"_qs;
    QTest::newRow("offset") << u"2026-11-23T10:32:05+08:00"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("offset west") << u"2026-11-22T21:02:05-05:30"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("offset without colon")
        << u"2026-11-23 10:32:05+0800"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("offset of hours") << u"2026-11-23 10:32:05 +08"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("the shop's zone") << u"2026-11-23 10:32:05"_qs << u"2026-11-23T02:32:05Z"_qs;
    QTest::newRow("slashes") << u"2026/11/23 10:32"_qs << u"2026-11-23T02:32:00Z"_qs;
    QTest::newRow("short") << u"2026-1-5 8:05"_qs << u"2026-01-05T00:05:00Z"_qs;
    QTest::newRow("date alone") << u"2026-11-23"_qs << u"2026-11-22T16:00:00Z"_qs;
    QTest::newRow("blanks around") << u"  2026-11-23  "_qs << u"2026-11-22T16:00:00Z"_qs;
    QTest::newRow("leap day") << u"2028-02-29T00:00:00Z"_qs << u"2028-02-29T00:00:00Z"_qs;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.500Z"_qs
                                 << u"1969-12-31T23:59:59.500Z"_qs;

    for (const char *refused :
         {"", "tomorrow", "2026-13-01", "2026-02-29", "2026-11-23T24:00:00Z",
          "2026-11-23T10:60:00Z", "2026-11-23T10Z", "2026-11-23T10:32:05+0",
          "2026-11-23T10:32:05+08:", "2026-11-23Zulu", "2026-11-23T10:32:05Z!", "26-11-23",
          "0000-01-01", "2026-11/23", "20261123", "2026-11-23T10:32:05+99:00", "2026-11-23T",
          "2026-11-23T10:32:61Z"})
        QTest::newRow(refused) << QString::fromLatin1(refused) << QString();
}

void TestTime::readsMoments()
{
    QFETCH(QString, text);
    QFETCH(QString, wire);
    const OptionalMoment moment = momentFromText(text, shanghai());
    QCOMPARE(moment ? toWire(*moment) : QString(), wire);
}

void TestTime::readsDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");

    QTest::newRow("date") << u"2026-12-05"_qs << QDate(2026, 12, 5);
    QTest::newRow("slashes") << u"2026/12/5"_qs << QDate(2026, 12, 5);
    QTest::newRow("cut, not converted") << u"2026-12-05T23:30:00Z"_qs << QDate(2026, 12, 5);
    QTest::newRow("cut at a blank") << u"2026-12-05 00:00:00+08:00"_qs << QDate(2026, 12, 5);
    QTest::newRow("something behind it") << u"2026-12-05x"_qs << QDate();
    QTest::newRow("no such day") << u"2026-11-31"_qs << QDate();
    QTest::newRow("empty") << QString() << QDate();
}

void TestTime::readsDates()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    QCOMPARE(dateFromText(text), date);
}

void TestTime::writesMoments()
{
    QCOMPARE(toWire(Moment(0ms)), u"1970-01-01T00:00:00Z"_qs);
    QCOMPARE(toWire(Moment(1ms)), u"1970-01-01T00:00:00.001Z"_qs);
}

void TestTime::readsWhatItWrites()
{
    for (qint64 ms = -86'400'000'000; ms < 10'000'000'000'000; ms += 86'399'999'983) {
        const Moment moment{std::chrono::milliseconds(ms)};
        QCOMPARE(momentFromText(toWire(moment), QTimeZone::utc()), OptionalMoment(moment));
    }
}

void TestTime::movesOnWhatDaylightSavingSkips()
{
    const QTimeZone newYork("America/New_York");
    const auto wire = [](const QString &text, const QTimeZone &zone) {
        const OptionalMoment moment = momentFromText(text, zone);
        return moment ? toWire(*moment) : QString();
    };
    QCOMPARE(wire(u"2026-03-08 01:59:59"_qs, newYork), u"2026-03-08T06:59:59Z"_qs);
    QCOMPARE(wire(u"2026-03-08 02:00"_qs, newYork), u"2026-03-08T07:00:00Z"_qs);
    QCOMPARE(wire(u"2026-03-08 02:30"_qs, newYork), u"2026-03-08T07:30:00Z"_qs);
    QCOMPARE(wire(u"2026-03-08 03:00"_qs, newYork), u"2026-03-08T07:00:00Z"_qs);
    // Where it begins at midnight, a date alone is skipped; half an hour may be, too.
    QCOMPARE(wire(u"2026-04-24"_qs, QTimeZone("Africa/Cairo")), u"2026-04-23T22:00:00Z"_qs);
    QCOMPARE(wire(u"2026-10-04 02:15"_qs, QTimeZone("Australia/Lord_Howe")),
             u"2026-10-03T15:45:00Z"_qs);
    // China's own, of 1986.
    QCOMPARE(wire(u"1986-05-04 02:30"_qs, shanghai()), u"1986-05-03T18:30:00Z"_qs);
}

void TestTime::knowsTheShopsDate()
{
    const Moment moment = *momentFromText(u"2026-11-23T17:00:00Z"_qs, QTimeZone::utc());
    QCOMPARE(dateAt(moment, shanghai()), QDate(2026, 11, 24));
    QCOMPARE(dateAt(moment, QTimeZone::utc()), QDate(2026, 11, 23));
}

void TestTime::shopsDayBeginsInTheMorning()
{
    const Moment night = *momentFromText(u"2026-11-24 05:59"_qs, shanghai());
    QCOMPARE(shopDayAt(night, 6h, shanghai()), QDate(2026, 11, 23));
    QCOMPARE(shopDayAt(night + 1min, 6h, shanghai()), QDate(2026, 11, 24));
    QCOMPARE(shopDayAt(night, 0h, shanghai()), QDate(2026, 11, 24));
}

void TestTime::ticks()
{
    const SystemClock clock;
    const auto before = clock.monotonic();
    QVERIFY(clock.now() > *momentFromText(u"2020-01-01"_qs, QTimeZone::utc()));
    QVERIFY(clock.monotonic() >= before);
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
