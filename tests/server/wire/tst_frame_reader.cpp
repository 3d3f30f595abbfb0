// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/frame.h"
#include "tests/server/wire/frame_reader.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// The judge of the wire's faults sees what is wrong.
class TestFrameReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsWhatIsRight();
    void complains_data();
    void complains();
};

void TestFrameReader::acceptsWhatIsRight()
{
    const QByteArray bytes = textFrame("") + textFrame("\xe5\xae\xa2")
        + textFrame(QByteArray(125, 'a')) + textFrame(QByteArray(126, 'a'))
        + binaryFrame(QByteArray(0xffff, '\xff')) + binaryFrame(QByteArray(0x1'0000, '\xff'))
        + pingFrame() + closeFrame(4001, QStringLiteral("\u5ba2"));
    FrameReader reader;
    for (const char byte : bytes)
        reader.feed(QByteArrayView(&byte, 1));
    QCOMPARE(reader.complaint(), QString());
    QVERIFY(reader.isWhole());
    const auto frames = reader.takeFrames();
    QCOMPARE(frames.size(), 8);
    QCOMPARE(frames.at(1).payload, "\xe5\xae\xa2");
    QCOMPARE(frames.at(5).payload.size(), 0x1'0000);
    QCOMPARE(frames.at(7).opcode, FrameReader::Opcode::Close);
}

void TestFrameReader::complains_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes;
    };
    row("a fragment", QByteArray::fromHex("0100"));
    row("a reserved bit", QByteArray::fromHex("c100"));
    row("a continuation", QByteArray::fromHex("8000"));
    row("an unknown opcode", QByteArray::fromHex("8300"));
    row("a mask", QByteArray::fromHex("8180"));
    row("16 bits for 125", QByteArray::fromHex("817e007d"));
    row("64 bits for 65535", QByteArray::fromHex("817f000000000000ffff"));
    row("a gigabyte", QByteArray::fromHex("817f0000000040000000"));
    row("a long ping", QByteArray::fromHex("897e007e"));
    row("half a character", textFrame("\xe5\xae"));
    row("a close frame without a code", QByteArray::fromHex("8800"));
    row("a pong behind the close frame", closeFrame(4001, {}) + QByteArray::fromHex("8a00"));
    row("a pong inside a text",
        textFrame("abcdefgh").first(5) + QByteArray::fromHex("8a00")
            + textFrame("abcdefgh").sliced(5));
}

void TestFrameReader::complains()
{
    QFETCH(QByteArray, bytes);
    FrameReader reader;
    reader.feed(bytes);
    QVERIFY(!reader.complaint().isEmpty());
}

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_frame_reader.moc"
