// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/deflate.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QtEndian>

namespace pressboard::test {

inline constexpr quint8 textHead = 0x81; ///< first byte of an unfragmented text frame
inline constexpr quint8 binaryHead = 0x82;

/// The texts in a run of whole, unmasked WebSocket frames, as a client reads them: text frames, and
/// binary ones that hold a zlib stream. Stops at anything else.
inline QByteArrayList textsOf(QByteArrayView frames)
{
    QByteArrayList texts;
    while (frames.size() >= 2
           && (quint8(frames[0]) == textHead || quint8(frames[0]) == binaryHead)) {
        quint64 length = quint8(frames[1]);
        qsizetype header = 2;
        if (length == 126) {
            length = qFromBigEndian<quint16>(frames.data() + 2);
            header = 4;
        } else if (length == 127) {
            length = qFromBigEndian<quint64>(frames.data() + 2);
            header = 10;
        }
        if (quint64(frames.size() - header) < length)
            break;
        const QByteArrayView payload = frames.sliced(header, qsizetype(length));
        texts.append(quint8(frames[0]) == textHead ? payload.toByteArray()
                                                   : *protocol::inflated(payload, 4 * 1024 * 1024));
        frames = frames.sliced(header + qsizetype(length));
    }
    return texts;
}

} // namespace pressboard::test
