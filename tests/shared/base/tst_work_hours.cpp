// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/work_hours.h"

#include <QTest>

using namespace pressboard;
using namespace std::chrono_literals;

class TestWorkHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void emptyIsRoundTheClock();
    void containsBeginButNotEnd();
    void passesMidnight();
    void joinsWhatOverlaps();
    void countsWorkOnly_data();
    void countsWorkOnly();
    void cutsVeryLongTimes();
};

static QTimeZone shanghai()
{
    return QTimeZone("Asia/Shanghai");
}

static Moment local(const QString &text)
{
    return *momentFromText(text, shanghai());
}

static WorkHours hours(const QString &text)
{
    return WorkHours::parse(text).value();
}

void TestWorkHours::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("two spans") << QStringLiteral("08:00-12:00,13:30-20:00") << true;
    QTest::newRow("blanks") << QStringLiteral(" 8:00 - 12:00 , 13:30-20:00 ") << true;
    QTest::newRow("night") << QStringLiteral("20:00-06:00") << true;
    QTest::newRow("to the day's end") << QStringLiteral("08:00-24:00") << true;
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("no end") << QStringLiteral("08:00") << false;
    QTest::newRow("three ends") << QStringLiteral("08:00-12:00-13:00") << false;
    QTest::newRow("no time") << QStringLiteral("08:00-25:00") << false;
    QTest::newRow("nothing lasts") << QStringLiteral("08:00-08:00") << false;
    QTest::newRow("begins at the end") << QStringLiteral("24:00-06:00") << false;
    QTest::newRow("words") << QStringLiteral("morning-evening") << false;
}

void TestWorkHours::reads()
{
    QFETCH(QString, text);
    QTEST(WorkHours::parse(text).has_value(), "good");
}

void TestWorkHours::emptyIsRoundTheClock()
{
    QVERIFY(WorkHours().isRoundTheClock());
    QCOMPARE(hours(QString()), WorkHours());
    QCOMPARE(hours(QStringLiteral("00:00-24:00")), WorkHours());
    QCOMPARE(hours(QStringLiteral("06:00-18:00,18:00-06:00")), WorkHours());
    QVERIFY(WorkHours().contains(QTime(3, 0)));
    const Moment from = local(QStringLiteral("2026-11-23 22:00"));
    QCOMPARE(WorkHours().between(from, from + 5h, shanghai()), std::chrono::milliseconds(5h));
}

void TestWorkHours::containsBeginButNotEnd()
{
    const WorkHours day = hours(QStringLiteral("08:00-12:00,13:30-20:00"));
    QVERIFY(!day.contains(QTime(7, 59, 59)));
    QVERIFY(day.contains(QTime(8, 0)));
    QVERIFY(!day.contains(QTime(12, 0)));
    QVERIFY(day.contains(QTime(13, 30)));
    QVERIFY(!day.contains(QTime(20, 0)));
    QVERIFY(day.contains(local(QStringLiteral("2026-11-23 09:00")), shanghai()));
    QVERIFY(!day.contains(local(QStringLiteral("2026-11-23 12:30")), shanghai()));
}

void TestWorkHours::passesMidnight()
{
    const WorkHours night = hours(QStringLiteral("20:00-06:00"));
    QVERIFY(night.contains(QTime(23, 0)));
    QVERIFY(night.contains(QTime(0, 0)));
    QVERIFY(!night.contains(QTime(6, 0)));
    QVERIFY(!night.contains(QTime(12, 0)));
    QCOMPARE(night.between(local(QStringLiteral("2026-11-23 12:00")),
                           local(QStringLiteral("2026-11-24 12:00")), shanghai()),
             std::chrono::milliseconds(10h));
}

void TestWorkHours::joinsWhatOverlaps()
{
    QCOMPARE(hours(QStringLiteral("10:00-14:00,08:00-12:00,14:00-15:00")),
             hours(QStringLiteral("08:00-15:00")));
}

void TestWorkHours::countsWorkOnly_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("minutes");
    const QString monday = QStringLiteral("2026-11-23 ");
    const QString tuesday = QStringLiteral("2026-11-24 ");
    QTest::newRow("inside") << monday + QStringLiteral("09:00") << monday + QStringLiteral("10:15")
                            << 75;
    QTest::newRow("over lunch") << monday + QStringLiteral("11:30")
                                << monday + QStringLiteral("14:00") << 60;
    QTest::newRow("over night") << monday + QStringLiteral("19:00")
                                << tuesday + QStringLiteral("08:30") << 90;
    QTest::newRow("a day") << monday + QStringLiteral("00:00") << tuesday + QStringLiteral("00:00")
                           << 630;
    QTest::newRow("backwards") << tuesday + QStringLiteral("09:00")
                               << monday + QStringLiteral("09:00") << 0;
    QTest::newRow("outside") << monday + QStringLiteral("20:30") << monday + QStringLiteral("23:00")
                             << 0;
}

void TestWorkHours::countsWorkOnly()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, minutes);
    const WorkHours day = hours(QStringLiteral("08:00-12:00,13:30-20:00"));
    QCOMPARE(day.between(local(from), local(to), shanghai()),
             std::chrono::milliseconds(std::chrono::minutes(minutes)));
}

void TestWorkHours::cutsVeryLongTimes()
{
    const WorkHours day = hours(QStringLiteral("08:00-09:00"));
    const auto worked =
        day.between(Moment{}, local(QStringLiteral("2026-11-23 12:00")), shanghai());
    QVERIFY(worked >= 400h);
    QVERIFY(worked <= 402h);
}

QTEST_GUILESS_MAIN(TestWorkHours)
#include "tst_work_hours.moc"
