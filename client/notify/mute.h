// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/base/work_hours.h"

namespace pressboard::client {

/// 免打扰: 1 小时, 到今天下班, 到明天上班.
enum class MuteSpan { Hour, UntilClosing, UntilTomorrow };

/// When a mute that begins now ends. Closing time is the end of the shop's last work span of the
/// day; past it, or in a shop without work hours, 18:00 and 08:00 stand in.
Moment muteEnd(MuteSpan span, Moment now, const QString &workHours, const QTimeZone &zone);

} // namespace pressboard::client
