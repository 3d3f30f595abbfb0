// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <chrono>

namespace pressboard::server::platform {

/// How bytes get from here into a connected socket without Qt's buffer and without waiting.
/// Returns how many went: 0 when the socket takes nothing now, whatever the reason. An error shows
/// itself to whoever writes or reads next through Qt.
using DirectSend = qsizetype (*)(qintptr socket, QByteArrayView bytes);

/// Where the system has no such call it takes nothing, and everything goes through Qt's buffer.
qsizetype sendDirectly(qintptr socket, QByteArrayView bytes);

/// Says that nothing more will be sent, and goes on hearing; true where the system can.
bool endSending(qintptr socket);

/// The kernel keeps no more than about so many bytes that arrived for us, and lets the peer wait.
void limitReceived(qintptr socket, int bytes);

/// A peer that does not acknowledge what was sent is given up by the kernel after this time,
/// where the kernel can: cables are pulled without a word.
void giveUpUnacknowledged(qintptr socket, std::chrono::milliseconds after);

} // namespace pressboard::server::platform
