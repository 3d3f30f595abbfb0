// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/translations.h"
#include "client/wall/wall_row.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestWallRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data();
    void words();
    void shortNames_data();
    void shortNames();
    void customerIsAsMuchAsWanted();
    void emptyRow();
};

void TestWallRow::words_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<DueTier>("tier");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("elapsed");
    const QString zh = u"zh_CN"_qs;
    const QString en = u"en"_qs;
    QTest::newRow("late") << zh << DueTier::Overdue << -2 << 72 << u"晚2天"_qs << u"1.2小时"_qs;
    QTest::newRow("today") << zh << DueTier::Today << 0 << 18 << u"今天"_qs << u"18分"_qs;
    QTest::newRow("tomorrow") << zh << DueTier::Within3Days << 1 << 64 << u"明天"_qs << u"1小时"_qs;
    QTest::newRow("soon") << zh << DueTier::Within3Days << 3 << 26 * 60 << u"剩3天"_qs
                          << u"1天2小时"_qs;
    QTest::newRow("later") << zh << DueTier::Later << 9 << 0 << u"12-05"_qs << u"0分"_qs;
    QTest::newRow("late, en") << en << DueTier::Overdue << -2 << 72 << u"2 d overdue"_qs
                              << u"1.2 h"_qs;
    QTest::newRow("today, en") << en << DueTier::Today << 0 << 18 << u"Today"_qs << u"18 min"_qs;
    QTest::newRow("tomorrow, en") << en << DueTier::Within3Days << 1 << 60 << u"1 d left"_qs
                                  << u"1 h"_qs;
    QTest::newRow("soon, en") << en << DueTier::Within3Days << 3 << 26 * 60 << u"3 d left"_qs
                              << u"1 d 2 h"_qs;
}

void TestWallRow::words()
{
    QFETCH(QString, language);
    QFETCH(DueTier, tier);
    QFETCH(int, days);
    QFETCH(int, minutes);
    Translations translations;
    translations.use(language);
    BoardRow row;
    row.orderNo = u"PO20261112003"_qs;
    row.due = tier;
    row.dueDays = days;
    row.deliveryDate = QDate(2026, 12, 5);
    row.elapsed = std::chrono::minutes(minutes);
    const WallRow wall = wallRow(row, 6, WallSetup::Customers::Short);
    QTEST(wall.due, "due");
    QTEST(wall.elapsed, "elapsed");
    QCOMPARE(wall.number, u"1112003"_qs);
    QCOMPARE(wall.tier, tier);
}

void TestWallRow::shortNames_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("shortened");
    QTest::newRow("four letters") << u"新知书局"_qs << u"新知书局"_qs;
    QTest::newRow("long") << u"东方出版社"_qs << u"东方出版"_qs;
    QTest::newRow("company") << u"启明有限公司"_qs << u"启明"_qs;
    QTest::newRow("long company") << u"海棠化妆品有限公司"_qs << u"海棠化妆"_qs;
    QTest::newRow("group") << u"明德教育集团"_qs << u"明德教育"_qs;
    QTest::newRow("a company called company") << u"公司"_qs << u"公司"_qs;
    QTest::newRow("Latin") << u"Acme Publishing"_qs << u"Acme Publishing"_qs;
    QTest::newRow("none") << QString() << QString();
}

void TestWallRow::shortNames()
{
    QFETCH(QString, customer);
    BoardRow row;
    row.customer = customer;
    row.product = u"《江南纪事》精装书"_qs;
    row.stepName = u"配本(塑封)"_qs;
    const WallRow wall = wallRow(row, 0, WallSetup::Customers::Short);
    QTEST(wall.customer, "shortened");
    QCOMPARE(wall.product, u"精装书"_qs);
    QCOMPARE(wall.step, u"配本"_qs);
}

void TestWallRow::customerIsAsMuchAsWanted()
{
    BoardRow row;
    row.customer = u"海棠化妆品有限公司"_qs;
    QCOMPARE(wallRow(row, 0, WallSetup::Customers::Full).customer, row.customer);
    QCOMPARE(wallRow(row, 0, WallSetup::Customers::Hidden).customer, QString());
}

void TestWallRow::emptyRow()
{
    QCOMPARE(wallRow({}, 0, WallSetup::Customers::Full), WallRow());
}

QTEST_GUILESS_MAIN(TestWallRow)
#include "tst_wall_row.moc"
