// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QJsonValue>

#include <optional>

namespace pressboard::server {

/// A moment in any spelling that has one reading: a text (DateText), or a number of seconds,
/// milliseconds or microseconds since 1970, which may also be a text of digits. Years before 1900
/// mean "none" somewhere, and are no moment.
OptionalMoment momentFrom(const QJsonValue &value, const QTimeZone &shopZone);
/// The same as a date in the shop's calendar; null when there is none.
QDate dateFrom(const QJsonValue &value, const QTimeZone &shopZone);

} // namespace pressboard::server
