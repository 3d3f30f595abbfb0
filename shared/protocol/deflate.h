// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>

/// The feature `zlib` of the protocol: a text as one zlib stream (RFC 1950).
namespace pressboard::protocol {

/// `text` as a zlib stream; also an empty text makes one.
QByteArray deflated(QByteArrayView text);

/// The text of exactly one zlib stream. An error, never a crash, when `stream` is damaged, ends
/// early or goes on behind its end, and when its text is longer than `maxBytes`: that is noticed
/// at the bound, so that a bomb costs neither memory nor time.
Result<QByteArray> inflated(QByteArrayView stream, qsizetype maxBytes);

} // namespace pressboard::protocol
