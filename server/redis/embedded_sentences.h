// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/append_only_files.h"

#include <QString>
#include <QStringList>

/// What can be wrong with the private redis-server, in sentences that say what to do.
namespace pressboard::server::redis::embedded_sentences {

QString pathTooLong(const QString &socketPath, qsizetype bytes, int limit);
/// `system`: why, in the system's words. A full disk has a sentence of its own.
QString notWritable(const QString &dataDir, const QString &system);
/// `pid` 0: unknown.
QString inUse(const QString &dataDir, qint64 pid);
QString notInstalled(const QString &program);
/// Its data is there, but Redis would begin beside it with nothing.
QString noManifest(const AppendOnlyFiles &files);
/// From what its log said last.
QString ended(const QString &dataDir, const QStringList &lastLines, const QString &how);

} // namespace pressboard::server::redis::embedded_sentences
