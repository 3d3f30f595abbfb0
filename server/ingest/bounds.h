// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

/// The bounds of PROTOCOL.md, section 9, that hold for every event, known or not.
namespace pressboard::server::bounds {

/// Strings, names of fields included, and nesting; names the first field that is beyond. Bytes are
/// counted by who has them: see validate.cpp.
std::optional<Error> check(const QJsonObject &data);
std::optional<Error> checkSize(qsizetype dataBytes);
std::optional<Error> checkGroups(const QStringList &groups);

} // namespace pressboard::server::bounds
