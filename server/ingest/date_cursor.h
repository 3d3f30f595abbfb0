// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QTime>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Goes over the text of a date and time from left to right and takes the parts such texts are made
/// of. A part that is not there leaves the cursor where it was, unless it had begun. A value: copy
/// it to try one form after the other.
class DateCursor
{
public:
    explicit DateCursor(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    qsizetype digitsAhead() const;

    std::optional<int> number(int minDigits, int maxDigits);
    bool take(QChar sign);
    std::optional<QChar> oneOf(QStringView signs);
    /// The word, with blanks around it.
    bool word(QStringView word);

    /// Sat, Saturday, 星期六, 周六, (周六): it says nothing that the date does not.
    void weekday();
    /// Dec, December, with the blanks and signs before and behind it.
    std::optional<int> monthName();
    /// 5, 05, 5th, with the blanks and commas behind it.
    std::optional<int> dayOfMonth();

    /// What stands between a date and its time: T, blanks, a comma.
    bool separator();
    /// A time follows, though nothing stands between: 2026年12月5日下午3:20.
    bool startsTime() const;

    struct Time
    {
        QTime clock;
        bool isNextDay = false; ///< 24:00
    };
    /// 10:32, 10:32:05.123, 1032, 103205, 10时32分05秒, 下午3:20, 3:20 PM
    std::optional<Time> time();
    /// Z, UTC, GMT+0800, +08:00, -0530, +08, with a name in brackets behind it.
    std::optional<std::chrono::minutes> offset();

private:
    enum class Half { None, Morning, Afternoon };

    void blanks();
    QStringView letters() const;
    Half halfOfDay();
    static std::optional<Time> inHalf(const Time &time, Half half);
    std::optional<Time> clock();
    std::optional<Time> compactClock();
    void fraction(int &milliseconds);
    std::optional<std::chrono::minutes> signedOffset();
    void zoneName();

    QStringView m_rest;
};

} // namespace pressboard::server
