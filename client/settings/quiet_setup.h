// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/sound_level.h"
#include "client/settings/week_hours.h"

#include <QSet>

namespace pressboard::client {

/// 静音时段 of a station: when, and which levels come through all the same. Beside them, what
/// nobody may miss always does.
struct QuietSetup
{
    WeekHours hours; ///< never: there are none
    QSet<SoundLevel> shown; ///< their toasts come
    QSet<SoundLevel> heard; ///< of those, whose sounds come, too

    bool operator==(const QuietSetup &) const = default;
};

} // namespace pressboard::client
