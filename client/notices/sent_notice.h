// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::client {

/// A notice that somebody sent and is in the log.
struct SentNotice
{
    enum class State {
        Standing,
        Withdrawing, ///< the server has not answered yet
        Withdrawn,
    };

    StreamId id;
    QString text;
    QStringList groups; ///< empty: everyone
    QString time; ///< a clock time
    int online = 0; ///< of its audience, when it was stored
    State state = State::Standing;
    bool asksToConfirm = false;
    std::optional<protocol::ReceiptCounts> counts = {}; ///< null: it is not counted
    QList<protocol::Receipts::Row> stations = {}; ///< known once somebody asked
    QString taken = {}; ///< 已由李娜处理; empty: no alarm, or nobody did
    QString sender = {}; ///< empty: the one who looks

    bool operator==(const SentNotice &) const = default;
};

} // namespace pressboard::client
