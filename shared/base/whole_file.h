// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pressboard {

/// Puts `bytes` in place of what the file holds: all of them, or nothing changes, on a full disk,
/// too. QSaveFile alone is not enough for that: Qt 6.4's commit() does not see that the last write
/// failed, and puts a file in place that is cut short. Returns what went wrong, in the system's
/// words; empty when all is well.
QString replaceFile(const QString &path, const QByteArray &bytes);

/// Whether the disk takes `bytes` more beside this file: tried, not asked, since quotas and
/// reserves do not tell. True when it cannot be tried.
bool hasRoomBeside(const QString &path, qint64 bytes);

} // namespace pressboard
