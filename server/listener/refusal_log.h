// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"
#include "server/push/rate_limit.h"

#include <QElapsedTimer>
#include <QHostAddress>

namespace pressboard::server {

/// Says in the server's log who was refused and why: so much of what strangers wrote as helps, and
/// so many lines a second as somebody may read.
class RefusalLog
{
public:
    static constexpr qsizetype pathShown = 100; ///< bytes

    RefusalLog();
    void note(const QHostAddress &from, const RequestHead &head, const HttpAnswer &refusal);

    /// The path as it may be shown: cut, and without what looks like an access code.
    static QByteArray shownPath(const QByteArray &path);

private:
    QElapsedTimer m_uptime;
    RateLimit m_pace;
    quint64 m_leftOut = 0;
};

} // namespace pressboard::server
