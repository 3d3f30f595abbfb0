// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringView>
#include <QTime>

#include <chrono>
#include <optional>

namespace pressboard {

/// Reads a date and time from left to right, in any of the forms publishers write. By hand,
/// because it runs for several fields of each event and QDateTime's own parser costs more than
/// all the rest of apply().
class TimeReader
{
public:
    explicit TimeReader(QStringView text);

    /// "2026-11-23", "2026/11/23", "2026-1-5".
    std::optional<QDate> date();
    /// After a date: is there a time (T or blanks)? Steps over what separates them.
    bool separator();
    /// "10:32", "10:32:05", "10:32:05.123456" (cut to milliseconds).
    std::optional<QTime> time();
    /// "Z", "+08:00", "-0530", "+08".
    std::optional<std::chrono::minutes> offset();
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    std::optional<int> number(int minDigits, int maxDigits);
    bool take(QChar character);
    int milliseconds();

    QStringView m_rest;
};

} // namespace pressboard
