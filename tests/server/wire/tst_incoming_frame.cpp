// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/incoming_frame.h"

#include <QBuffer>
#include <QtEndian>
#include <QTest>

using namespace pressboard::server;

namespace {

constexpr quint64 most = 70'000;

/// A frame with this mask, and its length in the form of so many bytes behind the first two.
QByteArray frame(const QByteArray &payload, quint8 first, int lengthBytes,
                 const QByteArray &mask = "\x11\x22\x33\x44")
{
    QByteArray bytes(1, char(first));
    QByteArray length(lengthBytes, '\0');
    if (lengthBytes == 2)
        qToBigEndian(quint16(payload.size()), length.data());
    if (lengthBytes == 8)
        qToBigEndian(quint64(payload.size()), length.data());
    bytes += char(0x80 | (lengthBytes == 0 ? payload.size() : lengthBytes == 2 ? 126 : 127));
    bytes += length + mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes += char(payload[i] ^ mask[i % 4]);
    return bytes;
}

int lengthBytesFor(qsizetype size)
{
    return size < 126 ? 0 : size < 65'536 ? 2 : 8;
}

FrameOrFault take(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return takeFrame(buffer, most);
}

} // namespace

/// One frame of a client: RFC 6455, section 5.2.
class TestIncomingFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTakenWhole_data();
    void isTakenWhole();
    void faults_data();
    void faults();
};

void TestIncomingFrame::isTakenWhole_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 3, 4, 5, 125, 126, 127, 65'535, 65'536, 70'000})
        QTest::addRow("%d bytes", size) << size;
}

/// And nothing of it before.
void TestIncomingFrame::isTakenWhole()
{
    QFETCH(int, size);
    QByteArray payload(size, '\0');
    for (int i = 0; i < size; ++i)
        payload[i] = char(i * 7);
    const QByteArray bytes = frame(payload, 0x82, lengthBytesFor(size));
    for (qsizetype there = 0; there < bytes.size(); there += there < 20 ? 1 : 997) {
        QBuffer buffer;
        buffer.setData(bytes.first(there));
        buffer.open(QIODevice::ReadOnly);
        QVERIFY(std::holds_alternative<std::monostate>(takeFrame(buffer, most)));
        QCOMPARE(buffer.bytesAvailable(), there);
    }
    QBuffer buffer;
    buffer.setData(bytes + "the next");
    buffer.open(QIODevice::ReadOnly);
    const auto taken = takeFrame(buffer, most);
    const auto *whole = std::get_if<IncomingFrame>(&taken);
    QVERIFY(whole);
    QCOMPARE(whole->payload, payload);
    QCOMPARE(whole->opcode, IncomingFrame::Opcode::Binary);
    QVERIFY(whole->isLast);
    QCOMPARE(buffer.readAll(), "the next");
}

void TestIncomingFrame::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const QByteArray &name, const QByteArray &bytes, int code) {
        QTest::newRow(name) << bytes << code;
    };
    for (const int bit : {0x10, 0x20, 0x40}) {
        row("a reserved bit, " + QByteArray::number(bit), frame("x", quint8(0x81 | bit), 0), 1002);
    }
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        row("opcode " + QByteArray::number(opcode), frame("x", quint8(0x80 | opcode), 0), 1002);
    row("no mask", QByteArray("\x81\x02{}", 4), 1002);
    row("a ping without a mask", QByteArray("\x89\x00", 2), 1002);
    row("a close without a mask", QByteArray("\x88\x02\x03\xe8", 4), 1002);
    row("a large ping", frame(QByteArray(126, 'x'), 0x89, 2), 1002);
    row("half a ping", frame("x", 0x09, 0), 1002);
    row("half a close", frame("", 0x08, 0), 1002);
    row("125 in two bytes", frame(QByteArray(125, 'x'), 0x81, 2), 1002);
    row("125 in eight bytes", frame(QByteArray(125, 'x'), 0x81, 8), 1002);
    row("65,535 in eight bytes", frame(QByteArray(65'535, 'x'), 0x81, 8), 1002);
    row("too large", frame(QByteArray(int(most) + 1, 'x'), 0x81, 8), 1009);
    row("too large, of which only the head came",
        frame(QByteArray(int(most) + 1, 'x'), 0x81, 8).first(14), 1009);
    row("larger than anything", QByteArray("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10) + "mask",
        1009);
}

void TestIncomingFrame::faults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto taken = take(bytes);
    const auto *fault = std::get_if<FrameFault>(&taken);
    QVERIFY(fault);
    QCOMPARE(int(fault->code), code);
    QVERIFY(!fault->reason.isEmpty());
}

QTEST_APPLESS_MAIN(TestIncomingFrame)
#include "tst_incoming_frame.moc"
