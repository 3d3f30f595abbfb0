// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace pressboard::protocol {

/// What stands as `"type"` in the outermost object of a message, without reading the rest: a
/// message of a type that nobody here knows is not worth more. nullopt: none is found, or it is
/// spelled with escapes; whether the message is JSON at all is not looked at.
std::optional<QByteArrayView> messageType(QByteArrayView message);

/// How many values a message has at least, without reading it: that is what parsing it costs. What
/// is no JSON gets some number, too.
qsizetype valueCount(QByteArrayView message);

} // namespace pressboard::protocol
