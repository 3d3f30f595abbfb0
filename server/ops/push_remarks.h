// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/push_counters.h"

#include <QStringList>

namespace pressboard::server {

/// What the counters tell that is worth an admin's time, a sentence each: who was turned away, and
/// which bound somebody meets. Empty most of the time.
QStringList remarksOn(const PushCounters &counters);

} // namespace pressboard::server
