// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

#include <optional>

namespace pressboard::server {

// The server's log categories, one a folder or so. Tokens and passwords never reach any of them.
Q_DECLARE_LOGGING_CATEGORY(lcServer) // pressboard.server
Q_DECLARE_LOGGING_CATEGORY(lcRedis) // pressboard.redis
Q_DECLARE_LOGGING_CATEGORY(lcEmbedded) // pressboard.embedded: the private redis-server's own log
Q_DECLARE_LOGGING_CATEGORY(lcIngest) // pressboard.ingest
Q_DECLARE_LOGGING_CATEGORY(lcLog) // pressboard.log: the log of events, not this one
Q_DECLARE_LOGGING_CATEGORY(lcPush) // pressboard.push
Q_DECLARE_LOGGING_CATEGORY(lcAuth) // pressboard.auth
Q_DECLARE_LOGGING_CATEGORY(lcOps) // pressboard.ops

enum class LogLevel { Debug, Info, Warning, Error };

/// "debug", "info", "warning", "error"; nullopt for anything else.
std::optional<LogLevel> logLevelFromName(QStringView name);

enum class LogFormat {
    /// A line with a time of its own on a terminal or in a file, with the journal's priority prefix
    /// when stderr is the journal.
    Text,
    /// {"time","level","category","message"}: the journal's prefix goes before it, too.
    Json,
};

/// Sets the level for every pressboard category, and the shape of a line. May be called again.
/// Others' text in it is visibleText().
void setUpLogging(LogLevel level, LogFormat format = LogFormat::Text);

} // namespace pressboard::server
