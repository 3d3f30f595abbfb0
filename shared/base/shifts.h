// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QStringList>
#include <QTime>

namespace pressboard {

/// A shift of the shop, every day alike: "夜班 20:00-08:00" passes midnight.
struct Shift
{
    QString name;
    QTime begin;
    QTime end; ///< 00:00 is the day's end
    bool passesMidnight() const { return end <= begin; }
    QString toString() const; ///< as it is written
    bool operator==(const Shift &) const = default;
};

/// The shop's shifts. They do not overlap; between them there may be hours that are nobody's.
class Shifts
{
public:
    static constexpr int most = 6;

    Shifts() = default;
    /// The error says which text is wrong and what may stand there.
    static Result<Shifts> parse(const QStringList &texts);

    const QList<Shift> &all() const { return m_shifts; } ///< as they were named
    bool isEmpty() const { return m_shifts.isEmpty(); }
    bool operator==(const Shifts &) const = default;

private:
    QList<Shift> m_shifts;
};

} // namespace pressboard
