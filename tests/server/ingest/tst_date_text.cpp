// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/date_text.h"

#include <QLocale>
#include <QTest>

using namespace pressboard;
using server::DateText;

namespace {

const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}

/// In the wire's form; empty when it cannot be read.
QString moment(const QString &text)
{
    const auto read = DateText::read(text);
    return read ? toWire(read->moment(shanghai())) : QString();
}

} // namespace

class TestDateText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheSame_data();
    void readsTheSame();
    void readsDatesAlone_data();
    void readsDatesAlone();
    void readsEveryDayInEverySpelling();
    void refuses_data();
    void refuses();
    void knowsTheShopsDate();
};

/// All of these are the same moment.
void TestDateText::readsTheSame_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "2026-12-05 15:20:05",
             "2026-12-05T15:20:05",
             "2026-12-05t15:20:05",
             "2026-12-05, 15:20:05",
             "2026/12/5 15:20:05",
             "2026.12.5 15:20:05",
             "2026-12-05 15:20:05+08:00",
             "2026-12-05T15:20:05+0800",
             "2026-12-05T15:20:05+08",
             "2026-12-05T07:20:05Z",
             "2026-12-05 07:20:05 UTC",
             "2026-12-05 07:20:05 GMT",
             "2026-12-05T02:20:05-05:00",
             "2026-12-05T15:20:05+08:00[Asia/Shanghai]",
             "20261205152005",
             "20261205 15:20:05",
             "20261205T152005",
             "20261205T072005Z",
             "2026年12月5日 15:20:05",
             "2026年12月5日15:20:05",
             "2026年12月05日 15时20分05秒",
             "2026年12月5日 15点20分5秒",
             "2026 年 12 月 5 日 15:20:05",
             "2026年12月5号 15:20:05",
             "2026年12月5日星期六 15:20:05",
             "2026年12月5日 星期六 下午3:20:05",
             "2026-12-05 (周六) 15:20:05",
             "2026/12/5 下午3:20:05",
             "2026/12/5下午3:20:05",
             "2026/12/5 下午15:20:05",
             "２０２６－１２－０５　１５：２０：０５",
             "2026-12-05 3:20:05 PM",
             "2026-12-05 3:20:05 p.m.",
             "2026-12-05 03:20:05pm",
             "Sat, 05 Dec 2026 07:20:05 GMT",
             "Sat, 05 Dec 2026 15:20:05 +0800",
             "Sat Dec 05 2026 15:20:05 GMT+0800 (中国标准时间)",
             "Saturday, December 5, 2026 3:20:05 PM",
             "Dec 5, 2026, 3:20:05 PM",
             "5 December 2026 15:20:05",
             "5-Dec-2026 15:20:05",
             "5th December 2026, 15:20:05",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestDateText::readsTheSame()
{
    QFETCH(QString, text);
    QCOMPARE(moment(text), u"2026-12-05T07:20:05Z"_qs);
    QCOMPARE(moment(u"  "_qs + text + u"\n"_qs), u"2026-12-05T07:20:05Z"_qs);
}

void TestDateText::readsDatesAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wire"); ///< of its moment in Shanghai
    const auto row = [](const char *text, const char *wire) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(wire);
    };
    row("2026年12月5日 星期六", "2026-12-04T16:00:00Z");
    row("2026-12-05 24:00", "2026-12-05T16:00:00Z");
    row("2026-12-31 24:00:00", "2026-12-31T16:00:00Z");
    row("2026-12-05 12:00 AM", "2026-12-04T16:00:00Z");
    row("2026-12-05 12:30 PM", "2026-12-05T04:30:00Z");
    row("2026-12-05 上午0:30", "2026-12-04T16:30:00Z");
    row("2026-12-05 上午10点", "2026-12-05T02:00:00Z");
    row("2026-12-05 23:59:60", "2026-12-05T15:59:59Z");
    row("2026-12-05 10:32:05.123456", "2026-12-05T02:32:05.123Z");
    row("2026-12-05 10:32:05,5", "2026-12-05T02:32:05.500Z");
    row("202612051520", "2026-12-05T07:20:00Z");
    row("25/12/2026", "2026-12-24T16:00:00Z");
    row("12/25/2026", "2026-12-24T16:00:00Z");
    row("25.12.2026 10:00", "2026-12-25T02:00:00Z");
    row("13-1-2026", "2026-01-12T16:00:00Z");
    row("05/05/2026", "2026-05-04T16:00:00Z");
}

void TestDateText::readsDatesAlone()
{
    QFETCH(QString, text);
    QTEST(moment(text), "wire");
}

void TestDateText::readsEveryDayInEverySpelling()
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (QDate day(2027, 12, 1); day < QDate(2029, 1, 31); day = day.addDays(1)) {
        for (const char *form : {"yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyy.MM.dd",
                                 "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy年MM月dd日",
                                 "d MMM yyyy", "MMMM d, yyyy", "ddd, dd MMM yyyy", "dd-MMM-yyyy"}) {
            const QString text = english.toString(day, QString::fromUtf8(form));
            const auto read = DateText::read(text);
            QVERIFY2(read && read->date == day && !read->time && !read->offset, qPrintable(text));
            QCOMPARE(read->dateIn(shanghai()), day);
        }
        for (const char *form : {"dd/MM/yyyy", "MM/dd/yyyy"}) {
            const auto read = DateText::read(day.toString(QString::fromLatin1(form)));
            const bool hasOneReading = day.day() > 12 || day.day() == day.month();
            QCOMPARE(read.has_value(), hasOneReading);
            QVERIFY(!read || read->date == day);
        }
    }
}

void TestDateText::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "待定",
                             "soon",
                             "2026",
                             "2026-12",
                             "12-05",
                             "2026-13-01",
                             "2026-02-30",
                             "2026年2月30日",
                             "20260230",
                             "0000-00-00",
                             "05/12/2026",
                             "1.2.2026",
                             "26-12-05",
                             "26年12月5日",
                             "2026-12/05",
                             "2026-12-051032",
                             "2026-12-123",
                             "2026-12-05x",
                             "2026-12-05 before noon",
                             "2026-12-05T",
                             "2026-12-05 25:00",
                             "2026-12-05 10:60",
                             "2026-12-05 10:00 CST",
                             "2026-12-05 10:00 +99",
                             "2026-12-05 10:00Zulu",
                             "2026-12-05 13:00 AM",
                             "2026-12-05 24:01",
                             "2026-12-05 10:0",
                             "1234567",
                             "123456789",
                             "202612051",
                             "2026120515200",
                             "Dec 2026",
                             "5 Dec 26",
                             "Foo 5, 2026",
                             "2026年",
                             "2026年12月",
                             "2026年12月5",
                             "2026-12-05 (周六",
                             "T10:00",
                             "10:32",
                             "-",
                             "2026--12-05",
                             "99999999999999999999",
                             "31/02/2026",
                             "13/13/2026"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestDateText::refuses()
{
    QFETCH(QString, text);
    QCOMPARE(moment(text), QString());
}

void TestDateText::knowsTheShopsDate()
{
    const auto date = [](const QString &text) { return DateText::read(text)->dateIn(shanghai()); };
    QCOMPARE(date(u"2026-11-29T16:00:00+00:00"_qs), QDate(2026, 11, 30));
    QCOMPARE(date(u"2026-11-29T15:59:59Z"_qs), QDate(2026, 11, 29));
    QCOMPARE(date(u"2026-11-30T01:00:00+09:00"_qs), QDate(2026, 11, 30));
    QCOMPARE(date(u"2026-11-30T00:30:00+09:00"_qs), QDate(2026, 11, 29));
    QCOMPARE(date(u"2026-11-30 23:59:59"_qs), QDate(2026, 11, 30));
}

QTEST_APPLESS_MAIN(TestDateText)
#include "tst_date_text.moc"
