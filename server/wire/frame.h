// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace pressboard::server {

/// Appends `text` as one unmasked, unfragmented WebSocket text frame (RFC 6455, section 5.2).
/// A server's frames carry no mask, so the same bytes serve every client.
void appendTextFrame(QByteArray &frames, QByteArrayView text);

QByteArray textFrame(QByteArrayView text);
/// Of a text in pieces, which are copied only once.
QByteArray textFrame(const QByteArrayList &pieces);
QByteArray binaryFrame(QByteArrayView bytes);
/// What stands in one of the two above.
QByteArrayView payloadOf(QByteArrayView frame);

/// A ping without payload: section 5.5.2.
QByteArray pingFrame();
/// The answer to a ping, with what that carried.
QByteArray pongFrame(QByteArrayView payload);
/// A close frame that says nothing.
QByteArray closeFrame();
/// The close frame of section 5.5.1; a reason that is too long for it is cut.
QByteArray closeFrame(quint16 code, const QString &reason);

} // namespace pressboard::server
