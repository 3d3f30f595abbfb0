// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace pressboard::server {

/// One MessagePack map as a JSON object. What JSON has no word for: bytes become base64 text,
/// integers beyond 63 bits doubles. Names of fields that are no texts, extension types, and
/// numbers that are not finite are errors, as is anything behind the map.
Result<QJsonObject> fromMessagePack(const QByteArray &bytes, int maxDepth);

} // namespace pressboard::server
