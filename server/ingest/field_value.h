// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "server/ingest/schema.h"

#include <QJsonValue>

#include <optional>

namespace pressboard::server {

/// null, or a text of blanks: it clears.
bool isNone(const QJsonValue &value);
/// Sent as it is kept already, as far as that shows at a glance: most values are, and every event
/// has a dozen of them.
bool isPlain(QJsonValueConstRef value, const FieldRule &rule);
/// An object with a name (or title, or label) is that; anything else is itself.
QJsonValue unwrapped(const QJsonValue &value);

/// One value as the rule wants it, kindly read: digit strings are integers, any way of writing a
/// date is a date. Not for lists of steps. Nothing when it cannot be read.
std::optional<QJsonValue> fieldValue(const QJsonValue &value, const FieldRule &rule,
                                     const ReadingRules &rules);
/// What a status is called that is none of ours: its text, whatever it is.
QString statusWord(const QJsonValue &value);

/// A value, shortened, for an error: 7, "abc…", a list, an object.
QString shown(const QJsonValue &value);
/// "found 2.5, expected an integer from 0 to 100"
QString unexpected(const QJsonValue &value, const FieldRule &rule);

} // namespace pressboard::server
