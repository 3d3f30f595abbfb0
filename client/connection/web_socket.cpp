// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/web_socket.h"

#include "client/connection/link_watch.h"
#include "client/connection/server_bounds.h"

#include "shared/base/limits.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <utility>

namespace pressboard::client {
namespace {

Ending::Fault faultOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Ending::Fault::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return Ending::Fault::Refused;
    case QAbstractSocket::SocketTimeoutError:
        return Ending::Fault::TimedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Ending::Fault::Tls;
    default:
        return Ending::Fault::Other;
    }
}

} // namespace

WebSocket::WebSocket(const QSslConfiguration &tls, QObject *parent)
    : Socket(parent)
    , m_socket(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this))
{
    m_socket->setMaxAllowedIncomingFrameSize(limits::frameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limits::frameBytes);
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificate = CertificateProblem::of(errors);
    });
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_opened = true;
        m_watch.start(std::chrono::seconds(1));
        Q_EMIT opened();
    });
    connect(&m_watch, &QTimer::timeout, this, &WebSocket::watch);
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocket::finish);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &WebSocket::binaryReceived);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT textReceived(text.toUtf8()); });
    // Once open, disconnected() follows and knows the close code.
    const auto fail = [this] {
        if (!m_opened)
            finish();
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, fail);
#else
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, fail);
#endif
}

WebSocket::~WebSocket() = default;

void WebSocket::open(const QUrl &url, const Headers &headers, const QString &subprotocol)
{
    QNetworkRequest request(url);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({subprotocol});
    m_socket->open(request, options);
}

void WebSocket::sendText(const QByteArray &utf8)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(utf8));
}

void WebSocket::close(quint16 code, const QString &reason)
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
    m_socket->flush(); // else the close frame would die with the socket
    std::exchange(m_socket, nullptr)->deleteLater();
}

void WebSocket::abort()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    std::exchange(m_socket, nullptr)->deleteLater();
}

void WebSocket::watch()
{
    checkLink();
    checkUnread();
}

void WebSocket::checkLink()
{
    const bool isUp =
        !m_socket || isLinkUp(m_socket->localAddress(), QNetworkInterface::allInterfaces());
    if (std::exchange(m_linkUp, isUp) != isUp)
        Q_EMIT linkChanged(isUp);
}

/// Qt answers pings without a word: a server that pings and does not read the answers would have us
/// keep them without end.
void WebSocket::checkUnread()
{
    if (!m_socket || m_socket->bytesToWrite() <= server_bounds::unreadBytes)
        return;
    abort();
    Ending ending;
    ending.fault = Ending::Fault::Other;
    ending.reason = QStringLiteral("The server does not read what it asks for.");
    Q_EMIT closed(ending);
}

void WebSocket::finish()
{
    const Ending ending = m_opened ? endingAfterOpen() : endingBeforeOpen();
    abort();
    Q_EMIT closed(ending);
}

Ending WebSocket::endingBeforeOpen() const
{
    Ending ending;
    ending.certificate = m_certificate;
    ending.reason = m_socket->errorString();
    ending.httpStatus = httpStatusIn(ending.reason);
    // Something answered, but not as a WebSocket does: the connection itself has no error.
    const bool answered =
        m_socket->error() == QAbstractSocket::UnknownSocketError && m_socket->localPort() != 0;
    if (ending.httpStatus == 0 && answered)
        ending.httpStatus = 400;
    if (ending.httpStatus == 0)
        ending.fault = faultOf(m_socket->error());
    return ending;
}

Ending WebSocket::endingAfterOpen() const
{
    Ending ending;
    const quint16 code = m_socket->closeCode();
    const bool said = code != QWebSocketProtocol::CloseCodeNormal
        && code != QWebSocketProtocol::CloseCodeAbnormalDisconnection;
    ending.closeCode = said ? code : 0;
    ending.fault = said ? Ending::Fault::None : Ending::Fault::Other;
    ending.reason = said ? m_socket->closeReason() : m_socket->errorString();
    return ending;
}

int WebSocket::httpStatusIn(const QString &errorText)
{
    static const QRegularExpression status(QStringLiteral("(?<![\\d.])([1-5]\\d\\d) \\("));
    return status.match(errorText).capturedView(1).toInt();
}

} // namespace pressboard::client
