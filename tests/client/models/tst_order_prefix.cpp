// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/order_prefix.h"

#include <QTest>

using pressboard::client::OrderPrefix;

class TestOrderPrefix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsBack_data();
    void standsBack();
    void followsTheRows();
};

void TestOrderPrefix::standsBack_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QString>("standsBack");
    const auto row = [](const char *name, const QStringList &numbers, const QString &prefix) {
        QTest::newRow(name) << numbers << prefix;
    };
    row("nothing", {}, {});
    row("the year, not the month",
        {QStringLiteral("PO20261112003"), QStringLiteral("PO20261108025")},
        QStringLiteral("PO2026"));
    row("one row alone", {QStringLiteral("PO20261112003")}, QStringLiteral("PO2026"));
    row("two years", {QStringLiteral("PO20261231003"), QStringLiteral("PO20270101001")},
        QStringLiteral("PO"));
    row("letters", {QStringLiteral("SO-100045"), QStringLiteral("SO-107045")},
        QStringLiteral("SO-"));
    row("digits alone", {QStringLiteral("100045678"), QStringLiteral("100045679")}, {});
    row("nothing shared", {QStringLiteral("PO20261112003"), QStringLiteral("X20261112003")}, {});
    row("too little would stay", {QStringLiteral("PO202611")}, {});
}

void TestOrderPrefix::standsBack()
{
    QFETCH(QStringList, numbers);
    QFETCH(QString, standsBack);
    OrderPrefix prefix;
    for (const QString &number : numbers)
        prefix.add(number);
    for (const QString &number : numbers) {
        QCOMPARE(number.left(prefix.in(number)), standsBack);
        QVERIFY(number.size() - prefix.in(number) >= OrderPrefix::leastLeft);
    }
}

void TestOrderPrefix::followsTheRows()
{
    const QString number = QStringLiteral("PO20261112003");
    const QString other = QStringLiteral("X-20261112003");
    OrderPrefix prefix;
    prefix.add(number);
    prefix.add(other);
    prefix.add(other);
    QCOMPARE(prefix.in(number), 0);
    prefix.remove(other);
    QCOMPARE(prefix.in(number), 0);
    prefix.remove(other);
    QCOMPARE(prefix.in(number), 6);
    prefix.remove(number);
    prefix.remove(number);
    QCOMPARE(prefix.length(), 0);
}

QTEST_GUILESS_MAIN(TestOrderPrefix)
#include "tst_order_prefix.moc"
