// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/optional_moment.h"

#include <QDate>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <chrono>

namespace pressboard {

/// Where the time comes from is handed in, so that tests move it and nothing sleeps.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock; may jump when somebody sets it.
    virtual Moment now() const = 0;
    /// Never jumps; only differences mean something.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    Moment now() const override;
    std::chrono::milliseconds monotonic() const override;
};

/// The wire's form: "2026-11-23T02:32:05Z", with ".123" only when there are milliseconds.
QString toWire(Moment moment);
/// What a clock in `zone` shows, as a moment. A time that daylight saving skips is moved on by what
/// it skips: 02:30 is 03:30.
Moment momentAt(QDate date, QTime time, const QTimeZone &zone);
/// The same in a zone that is so far east of Greenwich.
Moment momentAt(QDate date, QTime time, std::chrono::milliseconds offset);
/// Reads the wire's form and, kindly, what publishers send: a blank for T, '/' for '-', any
/// offset, a missing zone (then `zone` is meant), a date alone (its midnight in `zone`).
OptionalMoment momentFromText(const QString &text, const QTimeZone &zone);
/// The date of a date or datetime text, cut where it stands, not converted to another zone.
QDate dateFromText(const QString &text);
/// The shop's date at a moment.
QDate dateAt(Moment moment, const QTimeZone &zone);
/// The date of the shop's day, which begins `dayStart` after midnight: at 05:00 in a shop whose
/// day starts at 06:00 it is yesterday's.
QDate shopDayAt(Moment moment, std::chrono::milliseconds dayStart, const QTimeZone &zone);

} // namespace pressboard
