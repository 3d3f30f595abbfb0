// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QJsonValue>
#include <QString>

namespace pressboard::server {

/// For sentences in `status`, in the shop's time: "11-23 17:24:57".
QString timeText(Moment moment, const QTimeZone &zone);
/// The wire's form, or null.
QJsonValue jsonOf(OptionalMoment moment);

} // namespace pressboard::server
