// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/limits.h"

#include <QJsonObject>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// dashboard_update at most once a second, and the last one never dropped.
class NumbersPacer
{
public:
    /// A `synced` told a client these numbers outside of the rhythm: if they change back before
    /// the next beat, that client still needs to hear it.
    void told(const QJsonObject &numbers);
    /// The numbers now, at a monotonic time. True: send them, they count as sent.
    bool offer(const QJsonObject &numbers, std::chrono::milliseconds now);
    /// How long until an offer that was refused for its time would be taken; nullopt: none was.
    std::optional<std::chrono::milliseconds> wait(std::chrono::milliseconds now) const;

private:
    QJsonObject m_sent;
    bool m_divergent = false; ///< some client was told something else than m_sent
    bool m_held = false;
    std::optional<std::chrono::milliseconds> m_lastSent;
};

} // namespace pressboard::server
