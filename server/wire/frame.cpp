// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/frame.h"

#include <QtEndian>

namespace pressboard::server {

namespace {
constexpr char finalTextFrame = char(0x81);
constexpr char finalBinaryFrame = char(0x82);
constexpr char lengthIs16Bit = 126;
constexpr char lengthIs64Bit = 127;
constexpr qsizetype longestHeader = 10;
constexpr char closeOpcode = char(0x88);
constexpr char pongOpcode = char(0x8a);
constexpr qsizetype longestReason = 123; // UTF-8 bytes: a control frame's 125 less the code
} // namespace

static void appendHeader(QByteArray &frames, char kind, quint64 length)
{
    char header[longestHeader] = {kind};
    qsizetype size = 2;
    if (length < quint64(lengthIs16Bit)) {
        header[1] = char(length);
    } else if (length <= 0xffff) {
        header[1] = lengthIs16Bit;
        qToBigEndian(quint16(length), header + size);
        size += 2;
    } else {
        header[1] = lengthIs64Bit;
        qToBigEndian(length, header + size);
        size += 8;
    }
    frames.append(header, size);
}

void appendTextFrame(QByteArray &frames, QByteArrayView text)
{
    appendHeader(frames, finalTextFrame, quint64(text.size()));
    frames.append(text);
}

QByteArray pingFrame()
{
    return QByteArray::fromRawData("\x89\0", 2);
}

QByteArray pongFrame(QByteArrayView payload)
{
    QByteArray frame;
    appendHeader(frame, pongOpcode, quint64(payload.size()));
    return frame.append(payload);
}

QByteArray closeFrame()
{
    return QByteArray::fromRawData("\x88\0", 2);
}

/// Whole characters of it only: half of one would be invalid UTF-8.
static QByteArray shortened(QString reason)
{
    while (reason.toUtf8().size() > longestReason)
        reason.chop(1);
    if (!reason.isEmpty() && reason.back().isHighSurrogate())
        reason.chop(1);
    return reason.toUtf8();
}

QByteArray closeFrame(quint16 code, const QString &reason)
{
    const QByteArray text = shortened(reason);
    QByteArray frame(4, closeOpcode);
    frame[1] = char(2 + text.size());
    qToBigEndian(code, frame.data() + 2);
    return frame + text;
}

static QByteArray newFrame(char kind, qsizetype length)
{
    QByteArray frame;
    frame.reserve(length + longestHeader);
    appendHeader(frame, kind, quint64(length));
    return frame;
}

QByteArray textFrame(QByteArrayView text)
{
    return newFrame(finalTextFrame, text.size()).append(text);
}

QByteArray textFrame(const QByteArrayList &pieces)
{
    qsizetype length = 0;
    for (const QByteArray &piece : pieces)
        length += piece.size();
    QByteArray frame = newFrame(finalTextFrame, length);
    for (const QByteArray &piece : pieces)
        frame.append(piece);
    return frame;
}

QByteArray binaryFrame(QByteArrayView bytes)
{
    return newFrame(finalBinaryFrame, bytes.size()).append(bytes);
}

QByteArrayView payloadOf(QByteArrayView frame)
{
    switch (frame[1]) {
    case lengthIs16Bit:
        return frame.sliced(4);
    case lengthIs64Bit:
        return frame.sliced(10);
    default:
        return frame.sliced(2);
    }
}

} // namespace pressboard::server
