// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/stats_throttle.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// The numbers on everybody's cards: which ones, and when they are told.
class Dashboard
{
public:
    /// `log` and `clock` must outlive the dashboard.
    Dashboard(EventLog &log, const Clock &clock, QTimeZone shopZone);

    /// The numbers for somebody who is told them outside of the rhythm: they count as told.
    QJsonObject tell();
    /// How long until they may be told to all again; 0: now.
    std::chrono::milliseconds rest() const { return m_throttle.rest(m_clock.monotonic()); }
    /// Appends them to the ring if they are news. Only when there is no rest.
    void append();
    /// While there is a past we never saw, a classic client, which knows nothing of `complete`,
    /// gets only the numbers that a publisher vouches for: these, if they are news.
    std::optional<QByteArray> forClassic();

private:
    QJsonObject numbers() const;
    /// Without ours: a page that lists whatever it gets shall not grow by what the seed does not
    /// have. A publisher's own stay.
    QByteArray classicForm(QJsonObject numbers) const;

    EventLog &m_log;
    const Clock &m_clock;
    QTimeZone m_zone;
    StatsThrottle m_throttle;
    StatsThrottle m_classicThrottle;
};

} // namespace pressboard::server
