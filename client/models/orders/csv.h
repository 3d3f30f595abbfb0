// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QStringList>

/// Tables for other programs: RFC 4180 in UTF-8, with the byte order mark without which Excel reads
/// Chinese as noise.
namespace pressboard::client::csv {

/// One field as it is written. A text that a table program would run as a formula gets an
/// apostrophe before it: names and notes come from outside.
QString field(const QString &text);
QByteArray document(const QList<QStringList> &rows);
/// Writes the whole file or leaves what was there; what went wrong, in a sentence for the user.
std::optional<Error> save(const QString &path, const QList<QStringList> &rows);

} // namespace pressboard::client::csv
