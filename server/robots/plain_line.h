// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server {

/// Other people's text as a part of a line of our own: in one line, without what hides, reorders or
/// joins characters, and at most so many UTF-16 units long.
QString plainLine(const QString &text, qsizetype units);

/// The same text without the signs that chat programs take for more than text: @ calls people by
/// name or all of them, and <…> is markup. What stands in their place looks alike.
QString withoutCalls(QString text);

} // namespace pressboard::server
