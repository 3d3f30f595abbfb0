// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/week_hours.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestWeekHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWasWritten_data();
    void comesBackAsItWasWritten();
    void makesNothingOfNonsense_data();
    void makesNothingOfNonsense();
    void holds_data();
    void holds();
    void itsEndIsTheFirstMomentOutside();
    void hasNoEndIfItNeverEnds();

private:
    const QTimeZone m_zone{"Asia/Shanghai"};
    Moment at(const QString &text) const { return *momentFromText(text, m_zone); }
};

void TestWeekHours::comesBackAsItWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const auto row = [](const char *text, const char *again) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(again);
    };
    row("", "");
    row("1-5 22:00-06:00", "1-5 22:00-06:00");
    row("12345 22:00-6:00", "1-5 22:00-06:00");
    row("67 00:00-24:00", "67 00:00-24:00");
    row(" 1-5 9:00 - 10:30,135 22:00-06:00 ", "1-5 09:00-10:30, 135 22:00-06:00");
    row("1-7 08:00-08:00", "1-7 08:00-08:00");
}

void TestWeekHours::comesBackAsItWasWritten()
{
    QFETCH(QString, text);
    const std::optional<WeekHours> hours = WeekHours::parse(text);
    QVERIFY(hours);
    QTEST(hours->toText(), "again");
    QCOMPARE(WeekHours::parse(hours->toText()), hours);
}

void TestWeekHours::makesNothingOfNonsense_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"22:00-06:00", "8 22:00-06:00", "5-1 22:00-06:00", "1-5 22:00", "1-5 24:00-06:00",
          "1-5 22:60-06:00", "1-5 22:00-24:30", "Mon 22:00-06:00", "1-5 22:00-06:00;"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestWeekHours::makesNothingOfNonsense()
{
    QFETCH(QString, text);
    QVERIFY(!WeekHours::parse(text));
}

void TestWeekHours::holds_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *hours, const char *moment, bool inside) {
        QTest::addRow("%s at %s", hours, moment)
            << QString::fromLatin1(hours) << QString::fromLatin1(moment) << inside;
    };
    // 2026-11-23 is a Monday.
    row("", "2026-11-23 03:00", false);
    row("1-5 22:00-06:00", "2026-11-23 21:59", false);
    row("1-5 22:00-06:00", "2026-11-23 22:00", true);
    row("1-5 22:00-06:00", "2026-11-24 05:59", true);
    row("1-5 22:00-06:00", "2026-11-24 06:00", false);
    row("1-5 22:00-06:00", "2026-11-28 05:00", true); // what Friday began
    row("1-5 22:00-06:00", "2026-11-28 23:00", false); // Saturday
    row("1-5 22:00-06:00", "2026-11-23 05:00", false); // Sunday began nothing
    row("7 22:00-06:00", "2026-11-23 05:00", true);
    row("67 00:00-24:00", "2026-11-28 00:00", true);
    row("67 00:00-24:00", "2026-11-29 23:59", true);
    row("67 00:00-24:00", "2026-11-30 00:00", false);
    row("1 08:00-08:00", "2026-11-24 07:59", true); // once around
    row("1 08:00-08:00", "2026-11-24 08:00", false);
}

void TestWeekHours::holds()
{
    QFETCH(QString, hours);
    QFETCH(QString, moment);
    QTEST(WeekHours::parse(hours)->contains(at(moment), m_zone), "inside");
}

/// For each minute of two weeks, whatever the hours are.
void TestWeekHours::itsEndIsTheFirstMomentOutside()
{
    const WeekHours hours =
        *WeekHours::parse(QStringLiteral("1-5 22:00-06:00, 67 00:00-24:00, 3 05:00-09:00"));
    const Moment begin = at(QStringLiteral("2026-11-23 00:00"));
    OptionalMoment end;
    for (int minute = 14 * 24 * 60; minute >= 0; --minute) {
        const Moment moment = begin + std::chrono::minutes(minute);
        if (!hours.contains(moment, m_zone))
            end = moment;
        if (minute % 7 == 0 && end)
            QCOMPARE(hours.endOf(moment, m_zone), *end == moment ? std::nullopt : end);
    }
}

void TestWeekHours::hasNoEndIfItNeverEnds()
{
    const WeekHours hours = *WeekHours::parse(QStringLiteral("1-7 00:00-24:00"));
    const Moment now = at(QStringLiteral("2026-11-23 10:00"));
    QVERIFY(hours.contains(now, m_zone));
    QVERIFY(!hours.endOf(now, m_zone));
}

QTEST_GUILESS_MAIN(TestWeekHours)
#include "tst_week_hours.moc"
