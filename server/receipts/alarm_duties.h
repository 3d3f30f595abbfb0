// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/book.h"
#include "shared/state/event.h"

#include <QByteArray>
#include <QList>

namespace pressboard::server {

/// Something that the one who writes says about an alarm, once: whoever finds the same `ref` has
/// said it before.
struct AlarmDuty
{
    QByteArray ref; ///< "esc:<id>:<n>"
    Event event;
};

/// What is due at `now`, of the notices in the book: further steps of alarms that nobody took; the
/// end of steps whose alarm was withdrawn, or taken before they came; to its sender, that nobody
/// took one. Pure.
QList<AlarmDuty> alarmDuties(const Book &book, Moment now);

} // namespace pressboard::server
