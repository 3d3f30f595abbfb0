// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/state/book.h"

#include <QJsonObject>

namespace pressboard {

// The JSON of the book's parts: in the checkpoint, on the wire and in a client's cache alike.

QByteArray toText(const Order &order); ///< with its steps under "steps"
/// The same without the braces around it, for who has more to say in them.
void writeMembers(JsonWriter &writer, const Order &order);
Result<Order> orderFromJson(const QJsonObject &object);

QJsonObject toJson(const Notice &notice); ///< {id, data, groups?, publisher?, settled?, first?}
Result<Notice> noticeFromJson(const QJsonObject &object);

/// All of the book but its orders: {format, epoch, position, complete, published, day, retired,
/// deleted, notices}. `format` is the number below.
inline constexpr int snapshotFormat = 1;
QJsonObject metaToJson(const Book &book);
/// Fills everything but the orders of an empty book.
Result<Book> bookFromMeta(const QJsonObject &meta);

} // namespace pressboard
