// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/log_options.h"
#include "shared/base/time.h"

namespace pressboard::server {

/// The date of the shop's day: at 05:00 in a shop whose day starts at 06:00 it is yesterday's.
inline QDate shopDay(Moment now, const LogOptions &options)
{
    return dateAt(now - options.dayStart, options.timezone);
}

} // namespace pressboard::server
