// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/table.h"
#include "shared/base/result.h"

#include <QByteArray>

/// Tables for other programs: RFC 4180 in UTF-8, with the byte order mark without which Excel reads
/// Chinese as noise.
namespace pressboard::client::csv {

/// One field as it is written. A text that a table program would run as a formula gets an
/// apostrophe before it: names and notes come from outside. One that it would turn into another
/// number or a date (1120261122008 into 1.12E+12, 0017 into 17, 3/9 into the 9th of March) gets a
/// tab, which is not seen and makes it a text.
QString field(const TableCell &cell);
QByteArray document(const Table &table);
/// Writes the whole file or leaves what was there; what went wrong, in a sentence for the user.
std::optional<Error> save(const QString &path, const Table &table);

} // namespace pressboard::client::csv
