// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

#include <optional>

/// How each kind of value is read from text. nullopt: it cannot be.
namespace pressboard::server::config_value {

std::optional<ListenAddress> listenAddress(const QString &text);
std::optional<qint64> integer(const QString &text, qint64 least, qint64 most);
/// "64 MiB", "512 KiB", "1000000"
std::optional<qint64> bytes(const QString &text, qint64 least, qint64 most);
std::optional<bool> onOff(const QString &text);
std::optional<std::chrono::minutes> timeOfDay(const QString &text);
/// "08:00-12:00,13:30-20:00"; empty: around the clock.
bool isWorkHours(const QString &text);
/// Split at commas, blanks trimmed, empty ones left out.
QStringList list(const QString &text);
std::optional<QList<QHostAddress>> addresses(const QString &text);

} // namespace pressboard::server::config_value
