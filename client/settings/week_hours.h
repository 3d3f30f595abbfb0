// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace pressboard::client {

/// Hours that come back every week: weekdays, each with a span that may pass midnight into the next
/// day. "1-5 22:00-06:00, 67 00:00-24:00": Monday is 1. Empty: never.
class WeekHours
{
public:
    struct Span
    {
        /// Monday first; the day on which the span begins.
        std::array<bool, 7> days{};
        /// Since midnight; `end` not after `begin` is on the next day.
        std::chrono::minutes begin{0};
        std::chrono::minutes end{0}; ///< at most 24 h

        bool operator==(const Span &) const = default;
    };
    static constexpr qsizetype mostSpans = 14; ///< beyond, the text makes no sense

    WeekHours() = default;
    explicit WeekHours(QList<Span> spans)
        : m_spans(std::move(spans))
    {
    }
    /// nullopt when the text is not of that form.
    static std::optional<WeekHours> parse(const QString &text);
    QString toText() const;

    bool isNever() const { return m_spans.isEmpty(); }
    const QList<Span> &spans() const { return m_spans; }
    bool contains(Moment moment, const QTimeZone &zone) const;
    /// When the hours that contain `moment` end: those that follow without a gap are one with
    /// them. Null outside of them, and for hours that have no end within a week.
    OptionalMoment endOf(Moment moment, const QTimeZone &zone) const;

    bool operator==(const WeekHours &) const = default;

private:
    QList<Span> m_spans;
};

} // namespace pressboard::client
