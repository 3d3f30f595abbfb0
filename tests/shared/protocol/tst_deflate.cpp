// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/deflate.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::protocol;

namespace {

constexpr qsizetype bound = 4 * 1024 * 1024;

QByteArray board(int orders)
{
    QByteArray text = "{\"orders\":[";
    for (int i = 0; i < orders; ++i)
        text += QStringLiteral("{\"order_no\":\"PO%1\",\"step_name\":\"覆膜\"},").arg(i).toUtf8();
    return text + "{}]}";
}

/// What deflates worst.
QByteArray noise(test::RandomEvents &random, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.below(256));
    return bytes;
}

} // namespace

class TestDeflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_seed = test::randomSeed(); }
    void thereAndBack_data();
    void thereAndBack();
    void thereAndBackAnything();
    void anyZlibReadsIt();
    void boardsShrink();
    void theBoundIsExact();
    void aBombIsRefused();
    void tornAnywhereIsRefused();
    void damagedIsRefusedOrTheSame();
    void moreBehindTheEndIsRefused();
    void noStreamIsRefused_data();
    void noStreamIsRefused();

private:
    quint64 m_seed = 0;
};

void TestDeflate::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("a board") << board(5000);
    QTest::newRow("shrinks extremely") << QByteArray(bound, 'a');
    QTest::newRow("zero bytes") << QByteArray(1000, '\0');
}

void TestDeflate::thereAndBack()
{
    QFETCH(QByteArray, text);
    const auto back = inflated(deflated(text), bound);
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    QVERIFY(*back == text);
}

void TestDeflate::thereAndBackAnything()
{
    test::RandomEvents random(m_seed);
    for (int i = 0; i < 200; ++i) {
        const QByteArray text = noise(random, random.below(3000)).repeated(1 + random.below(5));
        const auto back = inflated(deflated(text), bound);
        QVERIFY(back.ok());
        QVERIFY(*back == text);
    }
}

void TestDeflate::anyZlibReadsIt()
{
    // RFC 1950, as Python, browsers and Qt read it; Qt's wants the length in front.
    const QByteArray text = board(100);
    const QByteArray stream = deflated(text);
    QCOMPARE(qUncompress(QByteArray(4, '\0') + stream), text);
    QCOMPARE(*inflated(qCompress(text).mid(4), bound), text);
}

void TestDeflate::boardsShrink()
{
    const QByteArray text = board(5000);
    QVERIFY(deflated(text).size() * 5 < text.size());
}

void TestDeflate::theBoundIsExact()
{
    for (const int size : {0, 1, 63, 64, 65, 1000, 100'000}) {
        const QByteArray stream = deflated(QByteArray(size, 'a'));
        QCOMPARE(inflated(stream, size)->size(), size);
        if (size > 0)
            QVERIFY(!inflated(stream, size - 1).ok());
    }
}

void TestDeflate::aBombIsRefused()
{
    const QByteArray bomb = deflated(QByteArray(256 * 1024 * 1024, '\0'));
    QVERIFY(bomb.size() < 2 * 1024 * 1024);
    const auto text = inflated(bomb, bound);
    QVERIFY(!text.ok());
    QVERIFY(text.error().message.contains(QString::number(bound)));
    QVERIFY(!text.error().transient);
}

void TestDeflate::tornAnywhereIsRefused()
{
    const QByteArray stream = deflated(board(20));
    for (qsizetype kept = 0; kept < stream.size(); ++kept)
        QVERIFY2(!inflated(stream.first(kept), bound).ok(), qPrintable(QString::number(kept)));
}

void TestDeflate::damagedIsRefusedOrTheSame()
{
    test::RandomEvents random(m_seed);
    const QByteArray text = board(50);
    const QByteArray stream = deflated(text);
    for (int i = 0; i < 2000; ++i) {
        QByteArray damaged = stream;
        damaged[random.below(int(damaged.size()))] ^= char(1 << random.below(8));
        const auto read = inflated(damaged, bound);
        QVERIFY(!read.ok() || *read == text); // bits of the head carry hints only
    }
}

void TestDeflate::moreBehindTheEndIsRefused()
{
    QVERIFY(!inflated(deflated("one") + deflated("two"), bound).ok());
    QVERIFY(!inflated(deflated("one") + ' ', bound).ok());
}

void TestDeflate::noStreamIsRefused_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{\"type\":\"snapshot\"}");
    QTest::newRow("gzip") << QByteArray::fromHex("1f8b0800000000000003");
    QTest::newRow("raw deflate") << deflated("some text").mid(2).chopped(4);
    QTest::newRow("wants a dictionary") << QByteArray::fromHex("78bb000000014b0100");
    QTest::newRow("with Qt's length in front") << qCompress("some text");
}

void TestDeflate::noStreamIsRefused()
{
    QFETCH(QByteArray, stream);
    const auto text = inflated(stream, bound);
    QVERIFY(!text.ok());
    QVERIFY(!text.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestDeflate)
#include "tst_deflate.moc"
