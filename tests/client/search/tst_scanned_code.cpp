// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/scanned_code.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

CrmId uuid()
{
    return CrmId::fromText(QStringLiteral("C0FFEE00-0000-4000-8000-000000000001"));
}

Order order(const CrmId &id, const QString &number, const QString &ticket = {})
{
    Order order;
    order.orderId = id;
    order.orderNo = number;
    order.workOrderNo = ticket;
    return order;
}

Book shop()
{
    Book book;
    book.putOrder(order(1, QStringLiteral("SG9")));
    book.putOrder(order(2, QStringLiteral("SG91"), QStringLiteral("JT-77")));
    book.putOrder(order(3, QStringLiteral("PO20261130008")));
    book.putOrder(order(4, QStringLiteral("PO20261130009"), QStringLiteral("JT-78")));
    book.putOrder(order(5, QStringLiteral("PO20261130010"), QStringLiteral("JT-78")));
    book.putOrder(order(6, QStringLiteral("单-42")));
    book.putOrder(order(7, QString()));
    book.putOrder(order(uuid(), QStringLiteral("PO20261130011")));
    return book;
}

} // namespace

class TestScannedCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void meansExactlyOne_data();
    void meansExactlyOne();
    void meansNone_data();
    void meansNone();
    void meansAllWithOneJobTicket();
    void patternFindsTheNumber();
};

void TestScannedCode::meansExactlyOne_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<CrmId>("orderId");
    const auto row = [](const char *name, const QString &scanned, const CrmId &id) {
        QTest::newRow(name) << scanned << id;
    };
    row("number", QStringLiteral("SG9"), 1);
    row("address with a text",
        QStringLiteral("https://crm/orders/c0ffee00-0000-4000-8000-000000000001/"), uuid());
    row("longer number", QStringLiteral("SG91"), 2);
    row("lower case", QStringLiteral("sg91"), 2);
    row("blanks around", QStringLiteral(" PO20261130008 "), 3);
    row("job ticket", QStringLiteral("jt-77"), 2);
    row("full-width", QStringLiteral("ＳＧ９"), 1);
    row("full-width digits", QStringLiteral("PO２０２６１１３０００８"), 3);
    row("Chinese", QStringLiteral("单-42"), 6);
    row("last part of an address", QStringLiteral("https://crm.shop/orders/PO20261130008"), 3);
    row("address with a slash at its end", QStringLiteral("https://crm.shop/orders/PO20261130008/"),
        3);
    row("argument of an address", QStringLiteral("http://192.168.1.2/o?lang=zh&no=SG9"), 1);
    row("behind the hash", QStringLiteral("https://crm.shop/#/orders/SG91"), 2);
    row("percent-encoded", QStringLiteral("https://crm.shop/orders/%E5%8D%95-42"), 6);
    row("capital address", QStringLiteral("HTTPS://CRM.SHOP/ORDERS/SG9"), 1);
}

void TestScannedCode::meansExactlyOne()
{
    QFETCH(QString, scanned);
    QFETCH(CrmId, orderId);
    QCOMPARE(ScannedCode(scanned).ordersIn(shop()), QList<CrmId>{orderId});
}

void TestScannedCode::meansNone_data()
{
    QTest::addColumn<QString>("scanned");
    for (const QString &scanned :
         {QStringLiteral("SG"), QStringLiteral("SG911"), QStringLiteral("PO2026113000"),
          QStringLiteral("0008"), QString(), QStringLiteral("  "), QStringLiteral("https://crm/"),
          QStringLiteral("orders/SG9"), QStringLiteral("PO20261130008SG91")})
        QTest::newRow(qPrintable(scanned)) << scanned;
}

void TestScannedCode::meansNone()
{
    QFETCH(QString, scanned);
    QCOMPARE(ScannedCode(scanned).ordersIn(shop()), QList<CrmId>());
}

void TestScannedCode::meansAllWithOneJobTicket()
{
    QCOMPARE(ScannedCode(QStringLiteral("JT-78")).ordersIn(shop()), (QList<CrmId>{4, 5}));
}

void TestScannedCode::patternFindsTheNumber()
{
    const QRegularExpression pattern(QStringLiteral("^01\\d{14}21(.+)$"));
    QCOMPARE(ScannedCode(QStringLiteral("010690123456789221SG9"), pattern).ordersIn(shop()),
             QList<CrmId>{1});
    QCOMPARE(ScannedCode(QStringLiteral("SG91"), pattern).ordersIn(shop()), QList<CrmId>{2});
    QCOMPARE(ScannedCode(QStringLiteral("SG9"), QRegularExpression(QStringLiteral("([")))
                 .ordersIn(shop()),
             QList<CrmId>{1});
}

QTEST_GUILESS_MAIN(TestScannedCode)
#include "tst_scanned_code.moc"
