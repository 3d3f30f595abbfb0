// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/frame.h"
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

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
