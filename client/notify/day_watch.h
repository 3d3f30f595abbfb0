// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <optional>

namespace pressboard::client {

/// Watches the shop's day turn, so that its start is told once, on every station, and an order
/// that became overdue is told one by one only where somebody could watch it happen.
class DayWatch
{
public:
    struct DayStart
    {
        QDate day;
        /// The last day this station was live before; null when it was not live as the day began.
        QDate watchedFrom;
    };

    /// `day`: the shop's, which begins at day_start. `greeted`: the day last told here, from the
    /// settings. Call it while live only.
    std::optional<DayStart> update(QDate day, QDate greeted);
    /// Time went by unwatched.
    void interrupt() { m_watched = QDate(); }

private:
    QDate m_watched;
};

} // namespace pressboard::client
