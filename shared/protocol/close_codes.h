// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pressboard {

/// WebSocket close codes. What the client does next is decided by the code alone.
enum class CloseCode : quint16 {
    Unauthorized = 4001, ///< token refused: say what to do, try again each 60 s
    ProtocolError = 4002, ///< log, back off
    Forbidden = 4003, ///< each 5 min
    TooSlow = 4008, ///< after 5 s, doubling to 60 s, reset after 5 min live
    Reconnect = 4009, ///< heartbeat missed or rights changed: at once
    GoingAway = 4010, ///< after retry_after + jitter
    TooMany = 4029, ///< back off
};

} // namespace pressboard
