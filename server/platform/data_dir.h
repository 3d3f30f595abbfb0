// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server::platform {

/// Makes the data directory unless it is there. It is for this user alone: the log is the shop's
/// business and nobody else's. So an existing one that is open to others is closed, where it is
/// ours or empty, and refused else. Why it cannot be used, in words; else empty.
QString makeDataDir(const QString &path);

/// Do these words hold the system's, in its own language or in English, for a disk without room
/// left (or none for this user)?
bool saysDiskFull(const QString &words);

} // namespace pressboard::server::platform
