// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/frame.h"
#include "server/wire/frame_run.h"
#include "tests/server/push/ws_frames.h"

#include <QTest>

using namespace pressboard::server;
using pressboard::test::textsOf;

class TestFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headers_data();
    void headers();
    void joinsFrames();
    void joinsPieces();
    void closeFrameIsBounded();
    void runsKnowTheirFrames();
};

void TestFrame::headers_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << qsizetype(0) << QByteArray::fromHex("8100");
    QTest::newRow("longest short") << qsizetype(125) << QByteArray::fromHex("817d");
    QTest::newRow("shortest 16 bit") << qsizetype(126) << QByteArray::fromHex("817e007e");
    QTest::newRow("longest 16 bit") << qsizetype(65535) << QByteArray::fromHex("817effff");
    QTest::newRow("shortest 64 bit")
        << qsizetype(65536) << QByteArray::fromHex("817f0000000000010000");
}

void TestFrame::headers()
{
    QFETCH(qsizetype, length);
    QFETCH(QByteArray, header);
    const QByteArray text(length, 'x');
    QCOMPARE(textFrame(text), header + text);
}

void TestFrame::joinsFrames()
{
    QByteArray frames;
    const QByteArrayList texts{"{}", QByteArray(300, 'a'), QByteArray(70'000, 'b')};
    for (const QByteArray &text : texts)
        appendTextFrame(frames, text);
    QCOMPARE(textsOf(frames), texts);
}

void TestFrame::joinsPieces()
{
    const QByteArrayList pieces{"{\"a\":[", QByteArray(70'000, '1'), QByteArray(), "]}"};
    QCOMPARE(textFrame(pieces), textFrame(pieces.join()));
}

void TestFrame::closeFrameIsBounded()
{
    QCOMPARE(closeFrame(4008, {}), QByteArray::fromHex("88020fa8"));
    QCOMPARE(closeFrame(1001, QStringLiteral("bye")), QByteArray::fromHex("880503e9") + "bye");
    // 41 characters of three bytes fit exactly; the 42nd would be cut apart.
    const QByteArray longest = closeFrame(4002, QString(200, QChar(0x5370)));
    QCOMPARE(longest.size(), 4 + 123);
    QCOMPARE(quint8(longest.at(1)), quint8(125));
    QCOMPARE(QString::fromUtf8(longest.sliced(4)), QString(41, QChar(0x5370)));
    // A character of two units is not cut in the middle either.
    const QString printer = QStringLiteral("\U0001F5A8");
    QCOMPARE(closeFrame(4002, printer.repeated(60)).sliced(4), printer.repeated(30).toUtf8());
}

void TestFrame::runsKnowTheirFrames()
{
    FrameRun run;
    QVERIFY(run.isEmpty());
    run.append("one");
    run.append("three");
    QCOMPARE(run.count(), 2);
    QCOMPARE(run.bytes(), textFrame("one") + textFrame("three"));
    QCOMPARE(run.endOf(0), 5);
    QCOMPARE(run.endOf(1), 12);
    QCOMPARE(run.frameAt(0), 0);
    QCOMPARE(run.frameAt(4), 0);
    QCOMPARE(run.frameAt(5), 1);
    QCOMPARE(run.frameAt(11), 1);
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
