// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_state.h"
#include "server/log/event_log.h"
#include "server/log/log_trail.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// What Redis lost, for whoever shows it: found out when it comes back with another past, kept in
/// the log's book, told for a day.
class LossReport : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours told{24};

    /// Both must outlive the report.
    LossReport(EventLog &log, const LogTrail &trail, QObject *parent = nullptr);

    /// From the last entry that this log and ours have in common, as far as the trail remembers;
    /// from a log that has none, what came after everything was read, at `readUntil` (null: our
    /// position is all that is known). With what an earlier loss took that is still told.
    protocol::Loss foundIn(const LogState &state, OptionalMoment readUntil) const;
    /// From there to now, with what an earlier loss took that is still told.
    protocol::Loss since(Moment from, Moment now) const;
    void set(const std::optional<protocol::Loss> &loss);
    void forgetOld(Moment now);

Q_SIGNALS:
    /// Nullopt: nothing, or too long ago.
    void changed(const std::optional<pressboard::protocol::Loss> &loss);

private:
    EventLog &m_log;
    const LogTrail &m_trail;
    std::optional<protocol::Loss> m_told;
};

} // namespace pressboard::server
