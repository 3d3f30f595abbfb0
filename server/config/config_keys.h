// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

#include <QList>

#include <functional>
#include <optional>

namespace pressboard::server {

/// One setting: the only place that knows its name, its meaning and how it is read. Adding a
/// setting is adding a row.
struct ConfigKey
{
    const char *name; ///< "day-start"; PRESSBOARD_DAY_START, --day-start
    const char *placeholder; ///< for --help: "HH:MM"
    const char *help;
    /// Sets it from text; nullopt, or what may stand there: "a time of day, such as 06:00".
    std::function<std::optional<QString>(Config &, const QString &)> set;
    /// The value as it would be written.
    std::function<QString(const Config &)> get;
    bool secret = false; ///< its value is never repeated in a message
    bool isTable = false; ///< in the file; elsewhere a list of name=value
    bool isReread = false; ///< a running server takes a new value up at SIGHUP
    /// In the file a table, or a list of tables; elsewhere JSON. What `set` says is a whole
    /// sentence.
    bool isStructured = false;
};

const QList<ConfigKey> &configKeys();
const ConfigKey *configKey(QStringView name);
/// The key somebody probably meant, or an empty string.
QString nearestKey(const QString &name);

} // namespace pressboard::server
