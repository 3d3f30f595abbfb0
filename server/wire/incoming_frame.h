// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

class QIODevice;

namespace pressboard::server {

/// One frame of a client, unmasked (RFC 6455, section 5.2).
struct IncomingFrame
{
    enum class Opcode : quint8 {
        Continuation = 0x0,
        Text = 0x1,
        Binary = 0x2,
        Close = 0x8,
        Ping = 0x9,
        Pong = 0xA,
    };

    bool isControl() const { return opcode >= Opcode::Close; }

    Opcode opcode = Opcode::Text;
    bool isLast = true; ///< of its message
    QByteArray payload;
};

/// What a client broke; the connection is closed with that code.
struct FrameFault
{
    quint16 code = 1002; ///< 1002, 1007 or 1009
    QString reason;
};

/// Nothing: it has not come whole.
using FrameOrFault = std::variant<std::monostate, IncomingFrame, FrameFault>;

/// Takes the next frame from what `from` has buffered; nothing is taken unless it is there whole.
/// One of more than `most` bytes is a fault as soon as its header says so.
FrameOrFault takeFrame(QIODevice &from, quint64 most);

} // namespace pressboard::server
