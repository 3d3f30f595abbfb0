// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

/// What the cache's writer and reader agree on. Change any of it, or order_packing, and the number
/// in the magic goes up: an older file is then dropped.
namespace pressboard::client::cache_format {

inline const QByteArray magic = QByteArrayLiteral("PRESSBOARD-4");
/// Against torn files, not against people: the quickest there is, as the start waits for it.
inline constexpr auto hash = QCryptographicHash::Blake2b_256;
inline constexpr qsizetype hashBytes = 32;
inline constexpr qsizetype lengthBytes = 4; ///< little endian
inline constexpr qint64 mostBytes = 512 * 1024 * 1024; ///< a larger file is none of ours

} // namespace pressboard::client::cache_format
