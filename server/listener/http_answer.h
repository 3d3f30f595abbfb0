// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace pressboard::server {

/// A plain HTTP answer after which the connection ends.
struct HttpAnswer
{
    int status = 400;
    QByteArray body; ///< one line; its end is added
    QByteArrayList headers; ///< more of them: "Retry-After: 2"
    QByteArray contentType = "text/plain; charset=utf-8";

    QByteArray toBytes() const;
};

} // namespace pressboard::server
