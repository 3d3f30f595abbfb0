// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/config/config_values.h"

#include <functional>
#include <optional>

namespace pressboard::server {

/// How a setting is read into its member and written from it.
struct Accessors
{
    /// nullopt, or what may stand there: "a time of day, such as 06:00".
    std::function<std::optional<QString>(Config &, const QString &)> set;
    std::function<QString(const Config &)> get;
};

/// One for each kind of value.
namespace accessors {

Accessors text(QString Config::*member);
/// `what` names the values that are allowed.
Accessors checkedText(QString Config::*member, bool (*allowed)(const QString &), const char *what);
Accessors listen(ListenAddress Config::*member);
Accessors bytes(qsizetype Config::*member, qint64 least, qint64 most);
Accessors list(QStringList Config::*member);
Accessors onOff(bool Config::*member);

// For one member each.
Accessors anonymous();
Accessors channels();
Accessors proxies();
Accessors timezone();
Accessors dayStart();
Accessors shifts();
Accessors steps();
Accessors calls();
Accessors fields();
Accessors stuck();
Accessors robots();

template<typename Number> Accessors number(Number Config::*member, qint64 least, qint64 most)
{
    return {[=](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = config_value::integer(value, least, most);
                if (!read)
                    return QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
                config.*member = static_cast<Number>(*read);
                return std::nullopt;
            },
            [member](const Config &config) { return QString::number(qint64(config.*member)); }};
}

template<typename Duration> Accessors duration(Duration Config::*member, qint64 least, qint64 most)
{
    return {[=](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = config_value::integer(value, least, most);
                if (!read)
                    return QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
                config.*member = Duration(*read);
                return std::nullopt;
            },
            [member](const Config &config) { return QString::number((config.*member).count()); }};
}

} // namespace accessors
} // namespace pressboard::server
