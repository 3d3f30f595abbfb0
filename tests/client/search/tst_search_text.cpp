// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/pinyin_initials.h"
#include "client/search/search_text.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestSearchText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsOrders_data();
    void findsOrders();
    void saysWhenItIsAnotherSearch();
    void knowsWhenItIsNarrowed();
    void knowsInitials_data();
    void knowsInitials();
};

void TestSearchText::findsOrders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing finds all") << QString() << true;
    QTest::newRow("blanks find all") << QStringLiteral("  ") << true;
    QTest::newRow("order number") << QStringLiteral("1112003") << true;
    QTest::newRow("lower case") << QStringLiteral("po2026") << true;
    QTest::newRow("scanned, with line end") << QStringLiteral("PO20261112003\r\n") << true;
    QTest::newRow("job ticket") << QStringLiteral("SG26110187") << true;
    QTest::newRow("customer") << QStringLiteral("新知") << true;
    QTest::newRow("product") << QStringLiteral("江南") << true;
    QTest::newRow("two words") << QStringLiteral("新知 精装") << true;
    QTest::newRow("one word wrong") << QStringLiteral("新知 平装") << false;
    QTest::newRow("an ID that is a text") << QStringLiteral("c0ffee00-0000") << true;
    QTest::newRow("another") << QStringLiteral("远航") << false;
}

void TestSearchText::findsOrders()
{
    QFETCH(QString, text);
    Order order;
    order.orderId = CrmId::fromText(QStringLiteral("C0FFEE00-0000-4000-8000-000000000001"));
    order.orderNo = QStringLiteral("PO20261112003");
    order.workOrderNo = QStringLiteral("SG26110187");
    order.customerName = QStringLiteral("新知书局");
    order.productName = QStringLiteral("《江南纪事》精装书");
    SearchText search;
    search.setText(text);
    QTEST(search.matches(order), "found");
    QTEST(search.matchesKey(SearchText::keyOf(order)), "found");
}

void TestSearchText::saysWhenItIsAnotherSearch()
{
    SearchText search;
    QVERIFY(!search.setText(QStringLiteral("  ")));
    QVERIFY(search.isEmpty());
    QVERIFY(search.setText(QStringLiteral("xzsj")));
    QVERIFY(!search.setText(QStringLiteral(" XZSJ ")));
    QVERIFY(search.setText({}));
}

void TestSearchText::knowsWhenItIsNarrowed()
{
    SearchText search;
    QVERIFY(search.isNarrowedBy(QStringLiteral("x")));
    search.setText(QStringLiteral("xz po"));
    QVERIFY(search.isNarrowedBy(QStringLiteral("xzs po")));
    QVERIFY(search.isNarrowedBy(QStringLiteral("xz po2026 1")));
    QVERIFY(!search.isNarrowedBy(QStringLiteral("xz")));
    QVERIFY(!search.isNarrowedBy(QStringLiteral("x po")));
    QVERIFY(!search.isNarrowedBy({}));
}

void TestSearchText::knowsInitials_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("initials");
    QTest::newRow("customer") << QStringLiteral("新知书局") << QStringLiteral("xzsj");
    QTest::newRow("marks fall away")
        << QStringLiteral("《江南纪事》精装书") << QStringLiteral("jnjsjzs");
    QTest::newRow("digits and Latin stay")
        << QStringLiteral("2027 台历 A4") << QStringLiteral("2027tla4");
    QTest::newRow("umlauts of pinyin") << QStringLiteral("绿野") << QStringLiteral("ly");
    QTest::newRow("the first and the last of the table")
        << QStringLiteral("一鿿") << QStringLiteral("y");
    QTest::newRow("before and behind it") << QStringLiteral("㐀ア豈한") << QString();
    QTest::newRow("beyond 16 bits") << QStringLiteral("𠮷A") << QStringLiteral("a");
    QTest::newRow("empty") << QString() << QString();
}

void TestSearchText::knowsInitials()
{
    QFETCH(QString, text);
    QTEST(pinyinInitials(text), "initials");
    Order order;
    order.customerName = text;
    SearchText search;
    search.setText(pinyinInitials(text).left(3));
    QVERIFY(search.matches(order));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_search_text.moc"
