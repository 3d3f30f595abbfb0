// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard {

/// A text of at most so many UTF-16 units. A longer one ends with …, and is cut at the edge of
/// what people take for one character: never inside a surrogate pair, a flag or an accent.
QString cutToUnits(const QString &text, qsizetype units);
/// The same for so many bytes of UTF-8, at least three.
QString cutToBytes(const QString &text, qsizetype bytes);

} // namespace pressboard
