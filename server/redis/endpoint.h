// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QString>

namespace pressboard::server::redis {

/// Where a Redis is and how to get in. From redis://[user:password@]host:port[/db], rediss://…
/// or unix:///path[?db=N&user=…&password=…]. Special characters are written %XX, as in any URL.
struct Endpoint
{
    QString host;
    quint16 port = 6379;
    QString socketPath; ///< a Unix socket; then host and port mean nothing
    bool tls = false;
    QString user;
    QString password;
    int database = 0;

    /// The error never repeats the URL: there may be a password in it.
    static Result<Endpoint> parse(const QString &url);
    bool isLocal() const { return !socketPath.isEmpty(); }
    /// For logs and `status`: without user and password.
    QString toDisplay() const;
    bool operator==(const Endpoint &) const = default;
};

} // namespace pressboard::server::redis
