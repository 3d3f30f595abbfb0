// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace pressboard::server::platform {

/// What this process takes of the machine, as a monitoring system asks for it.
struct ProcessUse
{
    std::chrono::milliseconds cpu{0}; ///< user and system, all threads
    qint64 residentBytes = 0;
    qint64 virtualBytes = 0;
    std::chrono::milliseconds started{0}; ///< since 1970
    qint64 openFiles = 0;
    qint64 maxFiles = 0;
};

/// Nullopt where the system does not tell. Two files stay open from the first call on, so that it
/// answers when no other can be opened any more.
std::optional<ProcessUse> processUse();

} // namespace pressboard::server::platform
