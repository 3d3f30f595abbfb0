// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>

namespace pressboard::client {

/// Decides when something was not only on the screen but seen: after it stood there for a while
/// without a break. Pure but for what it remembers.
class SeenWatch
{
public:
    static constexpr std::chrono::milliseconds glance{2'000};

    /// `inSight`: what stands on the screen now, before somebody's eyes. `now` is monotonic.
    /// Returns what became seen with this call: each is returned
    /// once, and its caller marks it as read.
    QStringList update(const QStringList &inSight, std::chrono::milliseconds now);

private:
    QHash<QString, std::chrono::milliseconds> m_since;
};

} // namespace pressboard::client
