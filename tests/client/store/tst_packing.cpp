// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/order_packing.h"
#include "tests/client/store/sample_image.h"

#include <QTest>

#include <limits>

using namespace pressboard;
using namespace pressboard::client;

class TestPacking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersComeBack_data();
    void numbersComeBack();
    void textsAreWrittenOnce();
    void textsStayKnownOverBlocks();
    void absenceComesBack();
    void ordersComeBack();
    void idsComeBack();
    void emptyOrderComesBack();
    void nonsenseIsNotRead_data();
    void nonsenseIsNotRead();
};

static Unpacker reading(const QByteArray &bytes)
{
    Unpacker unpacker;
    unpacker.setBlock(bytes);
    return unpacker;
}

void TestPacking::numbersComeBack_data()
{
    QTest::addColumn<qint64>("number");
    for (const qint64 n : {qint64(0), qint64(1), qint64(-1), qint64(63), qint64(64), qint64(-65),
                           qint64(1'795'000'000'000), std::numeric_limits<qint64>::max(),
                           std::numeric_limits<qint64>::min()})
        QTest::addRow("%lld", n) << n;
}

void TestPacking::numbersComeBack()
{
    QFETCH(qint64, number);
    Packer packer;
    packer.signedNumber(number);
    packer.number(quint64(number));
    Unpacker unpacker = reading(packer.take());
    QCOMPARE(unpacker.signedNumber(), number);
    QCOMPARE(unpacker.number(), quint64(number));
    QVERIFY(unpacker.ok());
    QVERIFY(unpacker.atEnd());
}

void TestPacking::textsAreWrittenOnce()
{
    Packer packer;
    packer.text(QStringLiteral("覆膜"));
    const qsizetype first = packer.take().size();
    packer.text(QStringLiteral("覆膜"));
    QCOMPARE(packer.take().size(), 1);
    QVERIFY(first > 6);
}

void TestPacking::textsStayKnownOverBlocks()
{
    Packer packer;
    packer.texts({QStringLiteral("a"), QString(), QStringLiteral("b")});
    const QByteArray first = packer.take();
    packer.texts({QStringLiteral("b"), QStringLiteral("a"), QString()});
    Unpacker unpacker = reading(first);
    QCOMPARE(unpacker.texts(), QStringList({QStringLiteral("a"), QString(), QStringLiteral("b")}));
    unpacker.setBlock(packer.take());
    QCOMPARE(unpacker.texts(), QStringList({QStringLiteral("b"), QStringLiteral("a"), QString()}));
}

void TestPacking::absenceComesBack()
{
    Packer packer;
    packer.moment(std::nullopt);
    packer.date(QDate());
    packer.optionalNumber(std::nullopt);
    packer.moment(Moment{});
    Unpacker unpacker = reading(packer.take());
    QVERIFY(!unpacker.moment());
    QVERIFY(unpacker.date().isNull());
    QVERIFY(!unpacker.optionalNumber());
    QCOMPARE(unpacker.moment(), OptionalMoment(Moment{}));
    QVERIFY(unpacker.ok());
}

void TestPacking::ordersComeBack()
{
    const Order order = test::sampleOrder(7, 9);
    Packer packer;
    pack(packer, order);
    Unpacker unpacker = reading(packer.take());
    QVERIFY(unpackOrder(unpacker) == order);
    QVERIFY(unpacker.ok());
    QVERIFY(unpacker.atEnd());
}

void TestPacking::idsComeBack()
{
    const CrmId ids[] = {0,
                         7,
                         -7,
                         limits::idNumber,
                         -limits::idNumber,
                         CrmId::fromText(QStringLiteral("007")),
                         CrmId::fromText(QString(limits::idLength, u'长'))};
    for (const CrmId &id : ids) {
        Order order = test::sampleOrder(7, 2);
        order.orderId = id;
        for (Step &step : order.steps) {
            step.orderId = id;
            step.progressId = id;
        }
        Packer packer;
        pack(packer, order);
        Unpacker unpacker = reading(packer.take());
        QVERIFY(unpackOrder(unpacker) == order);
        QVERIFY(unpacker.ok() && unpacker.atEnd());
    }
}

void TestPacking::emptyOrderComesBack()
{
    Packer packer;
    pack(packer, Order());
    Unpacker unpacker = reading(packer.take());
    QVERIFY(unpackOrder(unpacker) == Order());
    QVERIFY(unpacker.ok());
}

void TestPacking::nonsenseIsNotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("endless number") << QByteArray(64, '\xff');
    QTest::newRow("long text") << QByteArray("\x00\x7f"
                                             "abc",
                                             5);
    QTest::newRow("unknown text") << QByteArray("\x02\x09", 2);
}

void TestPacking::nonsenseIsNotRead()
{
    QFETCH(QByteArray, bytes);
    Unpacker unpacker = reading(bytes);
    unpackOrder(unpacker);
    QVERIFY(!unpacker.ok());
}

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
