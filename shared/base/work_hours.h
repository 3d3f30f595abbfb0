// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QList>
#include <QString>
#include <QTime>

#include <chrono>
#include <optional>

namespace pressboard {

/// When the shop works, every day alike: "08:00-12:00,13:30-20:00". A span may pass midnight
/// ("20:00-06:00"); "24:00" is the day's end. Empty means round the clock.
class WorkHours
{
public:
    WorkHours() = default;
    /// nullopt when the text is not of that form.
    static std::optional<WorkHours> parse(const QString &text);

    bool isRoundTheClock() const { return m_spans.isEmpty(); }
    bool contains(QTime local) const;
    bool contains(Moment moment, const QTimeZone &zone) const;
    /// How much of a day's work lies before this time since midnight.
    std::chrono::milliseconds before(std::chrono::milliseconds sinceMidnight) const;
    std::chrono::milliseconds perDay() const; ///< of an ordinary day of 24 h
    QString toString() const; ///< "08:00–12:00, 13:30–20:00"; empty: round the clock
    /// How much of [from, to) was work; zero when `to` is not after `from`.
    std::chrono::milliseconds between(Moment from, Moment to, const QTimeZone &zone) const;

    bool operator==(const WorkHours &) const = default;

private:
    /// Since midnight, begin < end <= 24 h; sorted, not overlapping.
    struct Span
    {
        std::chrono::milliseconds begin{0};
        std::chrono::milliseconds end{0};
        bool operator==(const Span &) const = default;
    };
    void add(Span span);
    void normalise();
    std::chrono::milliseconds onDay(QDate day, Moment from, Moment to, const QTimeZone &zone) const;

    QList<Span> m_spans;
};

} // namespace pressboard
