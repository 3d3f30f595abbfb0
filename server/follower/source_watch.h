// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Is what we show still what is in Redis? Lost at once when a connection goes, when Redis was
/// silent for too long with the connection open (it is stopped, or the network is), or when this
/// process slept; live again when the log was read to its end.
class SourceWatch : public QObject
{
    Q_OBJECT
public:
    SourceWatch(const Clock &clock, std::chrono::milliseconds silenceLimit,
                QObject *parent = nullptr);

    bool isLive() const { return m_live; }
    /// Since when it is live or lost. Lost: the last moment we heard of Redis.
    Moment since() const { return m_since; }
    /// The last moment up to which everything was read; null: none yet.
    OptionalMoment readUntil() const { return m_readUntil; }

    /// The loop goes on after a wait; told by whoever can tell. What is read from now on may have
    /// been waiting since the time before.
    void wake();
    void heard(); ///< any answer
    void heardReading(); ///< an answer on the connection that reads the log
    void setLive();
    /// After a silence: another connection answers again. The one that reads the log must have
    /// answered since, too; else it may be given up a moment later, and live be said twice.
    void setLiveIfReading();
    void setLost();
    /// To be called several times in the limit, and before anything is said of the source. Where it
    /// was not, this process slept: what waits in the socket is as old, and nothing of it proves
    /// what is in Redis now.
    void check();

Q_SIGNALS:
    void wentLive(pressboard::Moment since);
    void wentLost(pressboard::Moment since);
    void slept(); ///< lost, if it was not before: all that was asked is to be asked again

private:
    bool hasSlept() const;

    const Clock &m_clock;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_heardAt{0}; ///< monotonic
    Moment m_heardWhen;
    OptionalMoment m_readUntil;
    std::chrono::milliseconds m_checkedAt{0}; ///< monotonic
    std::optional<std::chrono::milliseconds> m_wokenAt; ///< monotonic, as the next one
    std::optional<std::chrono::milliseconds> m_wokenBefore; ///< what is read is no younger
    bool m_heardReading = false; ///< since the source was lost
    bool m_live = false;
    Moment m_since;
};

} // namespace pressboard::server
