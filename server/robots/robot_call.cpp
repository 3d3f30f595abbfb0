// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_call.h"

#include "server/robots/public_address.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace pressboard::server {

namespace {

/// As a browser would name it: with the port, unless that is the usual one.
QByteArray hostHeader(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded).toLatin1();
}

/// Of those that may be; IPv4 first, which more shops have a way out for. Null: none may.
QHostAddress chosen(QList<QHostAddress> addresses, bool mayBePrivate)
{
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    for (const QHostAddress &address : std::as_const(addresses)) {
        if (mayBePrivate || isPublicAddress(address))
            return address;
    }
    return {};
}

/// QNetworkReply's own sentences hold the address, which is a secret.
QString sentenceOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("Nobody listens there.");
    case QNetworkReply::RemoteHostClosedError:
        return QStringLiteral("The connection was closed before it answered.");
    case QNetworkReply::SslHandshakeFailedError:
        return QStringLiteral("Its certificate is not believed.");
    default:
        return QStringLiteral("It cannot be reached (network error %1).").arg(int(error));
    }
}

} // namespace

RobotCall::RobotCall(RobotRequest request, QNetworkAccessManager &network, Resolve resolve,
                     std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_network(network)
    , m_resolve(std::move(resolve))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish({QStringLiteral("It did not answer in time."), 0, {}});
    });
}

RobotCall::~RobotCall()
{
    dropReply();
}

void RobotCall::start()
{
    m_patience.start();
    m_resolve(m_request.url.host(), this,
              [this](const QList<QHostAddress> &addresses) { onFound(addresses); });
}

void RobotCall::onFound(const QList<QHostAddress> &addresses)
{
    if (m_isOver)
        return;
    if (addresses.isEmpty())
        return finish(
            {QStringLiteral("There is no machine of that name, or no way to ask."), 0, {}});
    const QHostAddress address = chosen(addresses, m_request.mayBePrivate);
    if (address.isNull()) {
        return finish(
            {QStringLiteral("It leads to %1, which is no address of the internet; if that "
                            "is meant, set allow-private = true.")
                 .arg(addresses.first().toString()),
             0,
             {}});
    }
    post(address);
}

void RobotCall::post(const QHostAddress &address)
{
    QUrl url = m_request.url;
    url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setRawHeader("Host", hostHeader(m_request.url));
    request.setPeerVerifyName(m_request.url.host());
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/json; charset=utf-8"));
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "pressboard/" PRESSBOARD_VERSION);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it knows no Host
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    m_reply = m_network.post(request, m_request.body);
    m_reply->setReadBufferSize(longestAnswer + 1);
    connect(m_reply, &QNetworkReply::readyRead, this, &RobotCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &RobotCall::onFinished);
}

void RobotCall::onReadyRead()
{
    if (m_reply->bytesAvailable() > longestAnswer)
        finish({QStringLiteral("Its answer has no end."), 0, {}});
}

void RobotCall::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = m_reply->error() == QNetworkReply::NoError
        || m_reply->error() > QNetworkReply::UnknownProxyError; // those are HTTP's own
    if (status == 0 || !isWhole)
        return finish({sentenceOf(m_reply->error()), 0, {}});
    finish({{}, status, m_reply->read(longestAnswer)});
}

/// Not heard of any more: whoever hears the answer may delete this.
void RobotCall::finish(const RobotAnswer &answer)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    dropReply();
    Q_EMIT answered(answer);
}

void RobotCall::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

} // namespace pressboard::server
