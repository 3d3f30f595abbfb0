// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

/// Code 128 (ISO/IEC 15417), sets B and C: what every scanner of a shop reads. Pure.
namespace pressboard::client::code128 {

/// Start, data, checksum, stop. Digits go two in a symbol where that makes the code shorter.
/// Nothing for an empty text, or one with signs other than printable ASCII.
std::optional<QList<int>> symbols(const QString &text);
/// How many modules wide the bars and the spaces are, by turns, a bar first. Beside them stays
/// `quietZone` white.
std::optional<QList<int>> widths(const QString &text);
inline constexpr int quietZone = 10; ///< modules, on either side

} // namespace pressboard::client::code128
