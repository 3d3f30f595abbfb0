// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "shared/state/custom_fields.h"

#include <QJsonValue>

#include <optional>

namespace pressboard::server {

/// What was sent for one of the shop's own fields, in the form the book keeps; null clears. Nothing
/// when it cannot be read. Texts are cut at `maxLength` UTF-16 units; a link never is.
std::optional<QJsonValue> customValue(const QJsonValue &sent, const CustomField &field,
                                      int maxLength, const ReadingRules &rules);
/// "found "soon", expected a date such as 2026-11-23"
QString unexpectedIn(const CustomField &field, const QJsonValue &sent);

} // namespace pressboard::server
