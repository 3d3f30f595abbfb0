// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/socket.h"

#include <QSslConfiguration>
#include <QTimer>

class QWebSocket;

namespace pressboard::client {

/// QtWebSockets behind the seam, with its oddities kept here: a refused upgrade is told in an
/// error's text only and leaves the socket connecting for ever, and the close code after a drop is
/// 1000. So each attempt gets a QWebSocket of its own, which ends at the first sign of trouble.
class WebSocket final : public Socket
{
    Q_OBJECT
public:
    /// `tls` says whom to believe; it matters for wss only.
    explicit WebSocket(const QSslConfiguration &tls = QSslConfiguration::defaultConfiguration(),
                       QObject *parent = nullptr);
    ~WebSocket() override;

    void open(const QUrl &url, const Headers &headers, const QString &subprotocol) override;
    void sendText(const QByteArray &utf8) override;
    void close(quint16 code, const QString &reason) override;
    void abort() override;

    /// The status in QWebSocket's "Unhandled http status code: 401 (Unauthorized)", whatever the
    /// language; 0 when there is none.
    static int httpStatusIn(const QString &errorText);

private:
    void finish();
    void watch();
    void checkUnread();
    void checkLink();
    Ending endingBeforeOpen() const;
    Ending endingAfterOpen() const;

    QWebSocket *m_socket; ///< child; null once ended
    std::optional<CertificateProblem> m_certificate; ///< found while it was opened
    bool m_opened = false;
    bool m_linkUp = true;
    QTimer m_watch; ///< while open
};

} // namespace pressboard::client
