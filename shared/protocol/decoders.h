// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/object_reader.h"
#include "shared/protocol/messages.h"

/// One decoder per message of the server, for codec.h's decodeServer(), and what they share.
namespace pressboard::protocol::decoders {

using Decoded = Result<ServerMessage>;

Decoded connectionEstablished(const QJsonObject &object);
Decoded sync(const QJsonObject &object);
Decoded snapshot(const QJsonObject &object);
Decoded synced(const QJsonObject &object);
Decoded event(const QJsonObject &object);
Decoded numbers(const QJsonObject &object);
Decoded order(const QJsonObject &object);
Decoded receipt(const QJsonObject &object);
Decoded receipts(const QJsonObject &object);
Decoded settled(const QJsonObject &object);
Decoded sent(const QJsonObject &object);
Decoded reminder(const QJsonObject &object);
Decoded stations(const QJsonObject &object);

/// The message, unless reading its members failed.
Decoded checked(const ObjectReader &reader, ServerMessage message);
/// For nested objects: their error is the error of the member they are.
void adoptError(ObjectReader &outer, QLatin1StringView key, const ObjectReader &inner);

Source readSource(ObjectReader &reader);
/// The member "source"; live since ever when it is absent.
Source nestedSource(ObjectReader &outer);

} // namespace pressboard::protocol::decoders
