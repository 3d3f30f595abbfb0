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
    QByteArray body; ///< the end of its last line is added where it is missing
    QByteArrayList headers; ///< more of them: "Retry-After: 2"
    QByteArray contentType = "text/plain; charset=utf-8";
    QString forTheLog = {}; ///< why, where who asked is not told

    /// To a HEAD everything but the body, whose length is told all the same.
    QByteArray toBytes(bool withBody = true) const;
};

} // namespace pressboard::server
