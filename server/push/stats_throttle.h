// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// dashboard_update at most once a second, and the last one never dropped.
class StatsThrottle
{
public:
    /// A `synced` told some client these numbers, outside of the rhythm: should they change back
    /// before they are sent next, that client still has to hear it.
    void told(const QJsonObject &numbers);
    /// How long until numbers may be sent again, at a monotonic time; 0: now.
    std::chrono::milliseconds rest(std::chrono::milliseconds now) const;
    /// The numbers as they are, when there is no rest: true if they are news, and then they count
    /// as sent.
    bool offer(const QJsonObject &numbers, std::chrono::milliseconds now);

private:
    QJsonObject m_sent;
    bool m_othersTold = false; ///< some client was told something else than m_sent
    std::optional<std::chrono::milliseconds> m_sentAt;
};

} // namespace pressboard::server
