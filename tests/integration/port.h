// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QProcess;

namespace pressboard::test {

/// A port of 127.0.0.1 nobody has, below those the system gives to outgoing connections: a server
/// that was killed must find it free again. 0 when there is none.
quint16 freePort();

/// Until something listens on this port; false when the process that should do so ended, or takes
/// longer than half a minute.
bool waitUntilListening(QProcess &process, quint16 port);

} // namespace pressboard::test
