// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/stream_id.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Is what we have the end of the log? Somebody came who had read further than we: either we are
/// behind, without having noticed (a link that lets nothing through any more, and has not been
/// silent for long enough), or he comes from a log that lost its end. Redis knows, and is asked at
/// once: what it has as its last entry, when it is asked after that, must be read here.
class EndProof : public QObject
{
    Q_OBJECT
public:
    /// A Redis that answers does so in a fraction of it. Longer, and the boards say that they may
    /// be old.
    static constexpr std::chrono::milliseconds patience{1000};

    explicit EndProof(QObject *parent = nullptr);

    /// Somebody has read up to there. Redis must be asked now.
    void demand(StreamId claimed);
    bool isWanted() const { return m_claimed.has_value(); }
    /// Redis' answer to a question that was asked after demand().
    void onInspected(StreamId last, StreamId here);
    void onRead(StreamId here);
    void askAgain(); ///< whatever Redis said: it may be another one by now
    void withdraw(); ///< another book was loaded since: that is Redis' own word

Q_SIGNALS:
    void wanted(); ///< isWanted() begins
    void given(); ///< isWanted() ends
    void overdue(); ///< it is not given in time

private:
    void giveIfRead(StreamId here);

    std::optional<StreamId> m_claimed;
    std::optional<StreamId> m_end; ///< Redis' last entry
    QTimer m_timer;
};

} // namespace pressboard::server
