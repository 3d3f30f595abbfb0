// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <utility>

namespace pressboard::server {

/// Hands out its connections before their TLS handshake has begun, so that a silent one is bounded
/// where all silent ones are: QSslServer keeps them to itself for as long as a handshake may take.
/// Whoever takes one calls startServerEncryption().
class TlsListener final : public QTcpServer
{
    Q_OBJECT
public:
    /// `tls` has certificate and key.
    explicit TlsListener(QSslConfiguration tls, QObject *parent = nullptr);

    /// For those who come from now on.
    void setConfiguration(QSslConfiguration tls) { m_tls = std::move(tls); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
};

} // namespace pressboard::server
