// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/certificates/certificate_files.h"
#include "shared/base/result.h"

#include <QList>
#include <QString>

namespace pressboard::server::redis {

/// What a TLS connection needs beside the address; all PEM. Read at each attempt, so that renewed
/// ones are taken up.
struct TlsFiles
{
    QString authorities; ///< whom to believe; empty: whom the system believes
    CertificateFiles own; ///< what we show, where Redis wants to see one; may be empty
    bool operator==(const TlsFiles &) const = default;
};

/// Where a Redis is and how to get in. From redis://[user:password@]host:port[/db], rediss://…,
/// unix:///path[?db=N&user=…&password=…] or sentinel://… (sentinel_url.h). Special characters are
/// written %XX, as in any URL.
struct Endpoint
{
    /// One of those that know where the master is.
    struct Sentinel
    {
        QString host;
        quint16 port;
        bool operator==(const Sentinel &) const = default;
    };
    static constexpr quint16 sentinelPort = 26379;

    QString host;
    quint16 port = 6379;
    QString socketPath; ///< a Unix socket; then host and port mean nothing
    bool tls = false;
    QString user;
    QString password;
    int database = 0;
    QList<Sentinel> sentinels; ///< when there are some, they are asked for host and port
    QString masterName; ///< that they know it by
    QString sentinelUser; ///< of the sentinels' own, when they ask for one
    QString sentinelPassword;

    TlsFiles tlsFiles; ///< mean something with tls only

    /// The error never repeats the URL: there may be a password in it.
    static Result<Endpoint> parse(const QString &url, const TlsFiles &files = {});
    bool isSentinel() const { return !sentinels.isEmpty(); }
    Endpoint sentinel(qsizetype index) const; ///< how to get in there
    Endpoint at(const QString &where, quint16 on) const; ///< the master, found there
    bool isLocal() const { return !socketPath.isEmpty(); }
    /// For logs and `status`: without user and password.
    QString toDisplay() const;
    bool operator==(const Endpoint &) const = default;
};

} // namespace pressboard::server::redis
