// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace pressboard::server::redis {

/// A RESP2 reply as a value. Lost is our own: the connection went before the answer came, so
/// nobody knows whether the command was done.
struct Reply
{
    enum class Kind { Nil, Status, Error, Integer, String, Array, Lost };

    Kind kind = Kind::Nil;
    QByteArray text; ///< Status, Error, String; for Lost the reason
    qint64 integer = 0;
    QList<Reply> items; ///< Array

    bool isError() const { return kind == Kind::Error; }
    bool isLost() const { return kind == Kind::Lost; }
    bool failed() const { return isError() || isLost(); }
    bool isNil() const { return kind == Kind::Nil; }
};

} // namespace pressboard::server::redis
