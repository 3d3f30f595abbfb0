// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace pressboard {

/// Does this text nest arrays and objects deeper than `depth`? Looks at bytes alone, so that
/// hostile text is refused before anything is built from it.
bool nestsDeeperThan(QByteArrayView json, int depth);

/// One JSON object from UTF-8. The error says what is wrong and where.
Result<QJsonObject> parseObject(const QByteArray &json, int maxDepth);

} // namespace pressboard
