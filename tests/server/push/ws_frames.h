// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QtEndian>

namespace pressboard::test {

/// The texts in a run of whole, unmasked WebSocket text frames; stops at anything else.
inline QByteArrayList textsOf(QByteArrayView frames)
{
    QByteArrayList texts;
    while (frames.size() >= 2 && quint8(frames[0]) == 0x81) {
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
        texts.append(frames.sliced(header, qsizetype(length)).toByteArray());
        frames = frames.sliced(header + qsizetype(length));
    }
    return texts;
}

} // namespace pressboard::test
