// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// A date, with the time and the zone that may follow it, in every spelling of programs and people
/// that has one reading: 2026-12-05, 2026/12/5, 2026.12.5, 20261205, 2026年12月5日, 5 Dec 2026,
/// 25/12/2026; 10:32:05.123, 下午3:20, 10时32分, T103205; Z, +08:00, GMT+0800.
/// 05/12/2026 has two.
struct DateText
{
    QDate date;
    std::optional<QTime> time;
    std::optional<std::chrono::minutes> offset; ///< of a zone that was named

    static std::optional<DateText> read(const QString &text);

    /// Midnight when no time was said, and in the shop when no zone was.
    Moment moment(const QTimeZone &shopZone) const;
    /// In the shop's calendar.
    QDate dateIn(const QTimeZone &shopZone) const;
};

} // namespace pressboard::server
