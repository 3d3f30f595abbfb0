// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/frame.h"

#include <QtEndian>

namespace pressboard::server {

namespace {
constexpr char finalTextFrame = char(0x81);
constexpr char lengthIs16Bit = 126;
constexpr char lengthIs64Bit = 127;
}

static void appendHeader(QByteArray &frames, quint64 length)
{
    char header[10] = {finalTextFrame};
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
    appendHeader(frames, quint64(text.size()));
    frames.append(text);
}

QByteArray textFrame(QByteArrayView text)
{
    QByteArray frame;
    frame.reserve(text.size() + 10);
    appendTextFrame(frame, text);
    return frame;
}

} // namespace pressboard::server
