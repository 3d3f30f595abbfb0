// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/schema.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QTimeZone>

namespace pressboard::server {

/// One value as the rule wants it, kindly read: digit strings are integers, any way of writing a
/// date is a date, "" is null (which clears). The error says what was found and what is expected,
/// not yet which field it is about.
Result<QJsonValue> normalised(const QJsonValue &value, const FieldRule &rule,
                              const QTimeZone &shopZone);

/// All known fields of an object; unknown ones are kept as they are. Absent stays absent. `path`
/// goes before the names in errors: "steps[3].".
Result<QJsonObject> normalised(QJsonObject object, std::span<const FieldRule> schema,
                               const QTimeZone &shopZone, const QString &path = {});

/// A value, shortened, for an error: 7, "abc…", a list, an object.
QString shown(const QJsonValue &value);

} // namespace pressboard::server
