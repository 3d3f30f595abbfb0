// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/stream_id.h"

#include <QString>
#include <QStringList>

namespace pressboard::client {

/// A notice that was sent from here and is in the log.
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
};

} // namespace pressboard::client
