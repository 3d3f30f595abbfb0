// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

namespace pressboard::server {

/// What was lost of a channel layer's messages since the start, or may be: nobody knows what they
/// were, but when it was. Each loss stands in the server's log as well.
class ChannelLosses
{
public:
    /// `where` is the layer's Redis, `zone` the shop's.
    ChannelLosses(QString where, QTimeZone zone);

    /// We were in no group between the two moments.
    void addEmptied(Moment from, Moment to);
    /// None of our servers was there between the two moments.
    void addAway(Moment from, Moment to);
    /// `messages`: so many at most were in it that the log did not have yet, as far as we know.
    void addInbox(Moment at, qint64 messages);

    QStringList sentences() const;
    QJsonObject counters() const; ///< for /readyz

private:
    struct Span
    {
        quint64 times = 0;
        Moment from{}; ///< the last time
        Moment to{};
    };

    void addTo(Span &span, Moment from, Moment to);
    QString emptied() const;
    QString away() const;
    QString inbox() const;
    QString text(Moment moment) const;

    QString m_where;
    QTimeZone m_zone;
    Span m_emptied;
    Span m_away;
    Span m_inbox; ///< a moment only
    qint64 m_inboxMessages = 0; ///< all times together
};

} // namespace pressboard::server
