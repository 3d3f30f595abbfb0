// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

namespace pressboard::rules {

/// general_notification: a message to people, or the end of one.
void noticeRule(Book &book, const Event &event, Change &change);
/// pressboard.settle {notice, by, station}: somebody took an alarm. The first one has it.
void settleRule(Book &book, const Event &event, Change &change);

} // namespace pressboard::rules
