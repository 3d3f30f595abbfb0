// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pressboard::server::platform {

/// How long this thread has worked: the time that the system gave to others does not count, where
/// it tells. Only differences mean anything.
std::chrono::nanoseconds workTime();

} // namespace pressboard::server::platform
