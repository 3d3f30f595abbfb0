// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QCoreApplication>
#include <QUrl>

namespace pressboard::client {

/// Where the server is. Taken kindly: people type what stands on the wall.
class ServerAddress
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::ServerAddress)
public:
    static constexpr int defaultPort = 5173;
    static constexpr int defaultTlsPort = 443; ///< TLS is the web server's in front

    /// "192.168.1.10", "host:port", "http://…", "https://…", "ws://…", "wss://…", with or without
    /// the path; full-width letters of an input method, too.
    static Result<ServerAddress> parse(const QString &text);

    const QUrl &url() const { return m_url; } ///< ws or wss, with port and path
    QString display() const; ///< for people: "192.168.1.10:5173"
    /// In the same house: a private or local address, or a name without a dot.
    bool isPrivate() const;

    bool operator==(const ServerAddress &) const = default;

private:
    explicit ServerAddress(QUrl url)
        : m_url(std::move(url))
    {
    }
    QUrl m_url;
};

} // namespace pressboard::client
