// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/shifts.h"

#include <QTest>

using namespace pressboard;

class TestShifts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
};

void TestShifts::reads()
{
    const auto none = Shifts::parse({});
    QVERIFY(none && none->isEmpty());
    const auto two = Shifts::parse({u"白班 08:00-20:00"_qs, u" 夜班  20:00-08:00"_qs});
    QVERIFY(two);
    QCOMPARE(two->all().size(), 2);
    QVERIFY(!two->all().at(0).passesMidnight());
    QVERIFY(two->all().at(1).passesMidnight());
    QCOMPARE(two->all().at(1).toString(), u"夜班 20:00-08:00"_qs);
    // A name may have blanks; between shifts there may be time; the day ends at 24:00.
    const auto gaps = Shifts::parse({u"early shift 6:00-14:00"_qs, u"late 16:00-24:00"_qs});
    QVERIFY(gaps);
    QCOMPARE(gaps->all().at(0).name, u"early shift"_qs);
    QCOMPARE(gaps->all().at(1).end, QTime(0, 0));
    QVERIFY(gaps->all().at(1).passesMidnight());
}

void TestShifts::refuses_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, QStringList texts, QString why) {
        QTest::newRow(name) << texts << why;
    };
    row("no hours", {u"白班"_qs}, u"instead of 白班"_qs);
    row("no name", {u"08:00-20:00"_qs}, u"instead of 08:00-20:00"_qs);
    row("no end", {u"白班 08:00"_qs}, u"a name and hours"_qs);
    row("no time", {u"白班 08:00-25:00"_qs}, u"a name and hours"_qs);
    row("nothing long", {u"白班 08:00-08:00"_qs}, u"a name and hours"_qs);
    row("twice", {u"白班 08:00-12:00"_qs, u"白班 13:00-20:00"_qs}, u"白班 twice"_qs);
    row("overlap", {u"白班 08:00-20:00"_qs, u"夜班 19:00-07:00"_qs},
        u"白班 08:00-20:00 and 夜班"_qs);
    row("overlap in the morning", {u"夜班 20:00-08:00"_qs, u"白班 07:00-19:00"_qs},
        u"do not overlap"_qs);
    row("one in another", {u"白班 08:00-20:00"_qs, u"午班 12:00-14:00"_qs}, u"do not overlap"_qs);
    row("the other in one", {u"午班 12:00-14:00"_qs, u"白班 08:00-20:00"_qs}, u"do not overlap"_qs);
    row("too many",
        {u"a 1:00-2:00"_qs, u"b 2:00-3:00"_qs, u"c 3:00-4:00"_qs, u"d 4:00-5:00"_qs,
         u"e 5:00-6:00"_qs, u"f 6:00-7:00"_qs, u"g 7:00-8:00"_qs},
        u"at most 6"_qs);
}

void TestShifts::refuses()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, why);
    const auto read = Shifts::parse(texts);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
}

QTEST_APPLESS_MAIN(TestShifts)
#include "tst_shifts.moc"
