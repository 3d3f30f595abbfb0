// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_request.h"

#include "shared/base/json_writer.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>

namespace pressboard::server {

namespace {

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

QByteArray milliseconds(Moment now)
{
    return QByteArray::number(qint64(now.time_since_epoch().count()));
}

QByteArray seconds(Moment now)
{
    return QByteArray::number(
        qint64(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count()));
}

/// Nobody is called: people whom a text names are not meant.
QByteArray weComBody(const RobotMessage &message)
{
    return toText(QJsonObject{
        {QStringLiteral("msgtype"), QStringLiteral("text")},
        {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), message.text}}}});
}

QByteArray dingTalkBody(const RobotMessage &message)
{
    return toText(QJsonObject{
        {QStringLiteral("msgtype"), QStringLiteral("text")},
        {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), message.text}}},
        {QStringLiteral("at"), QJsonObject{{QStringLiteral("isAtAll"), false}}}});
}

/// The key is the secret, over the time and itself; in the address.
void signDingTalk(RobotRequest &request, const QByteArray &secret, Moment now)
{
    const QByteArray time = milliseconds(now);
    const QByteArray sign = hmac(secret, time + '\n' + secret).toBase64().toPercentEncoding();
    QByteArray query = request.url.query(QUrl::FullyEncoded).toLatin1();
    query += (query.isEmpty() ? "timestamp=" : "&timestamp=") + time + "&sign=" + sign;
    request.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
}

/// The key is the time and the secret, over nothing; in the body.
QByteArray feishuBody(const RobotMessage &message, const QByteArray &secret, Moment now)
{
    QJsonObject body{
        {QStringLiteral("msg_type"), QStringLiteral("text")},
        {QStringLiteral("content"), QJsonObject{{QStringLiteral("text"), message.text}}}};
    if (!secret.isEmpty()) {
        const QByteArray time = seconds(now);
        const QByteArray sign = hmac(time + '\n' + secret, {}).toBase64();
        body.insert(QStringLiteral("timestamp"), QString::fromLatin1(time));
        body.insert(QStringLiteral("sign"), QString::fromLatin1(sign));
    }
    return toText(body);
}

QByteArray webhookBody(const RobotSettings &robot, const RobotMessage &message, Moment now)
{
    QJsonArray items;
    for (const RobotItem &item : message.items)
        items.append(QJsonObject{{QStringLiteral("id"), item.id},
                                 {QStringLiteral("kind"), item.kind},
                                 {QStringLiteral("text"), item.text}});
    return toText(QJsonObject{{QStringLiteral("id"), message.id()},
                              {QStringLiteral("robot"), robot.name},
                              {QStringLiteral("sent"), toWire(now)},
                              {QStringLiteral("text"), message.text},
                              {QStringLiteral("items"), items}});
}

/// Over the time, a dot and the body: neither can be sent again with another of the other.
void signWebhook(RobotRequest &request, const QByteArray &secret, Moment now)
{
    const QByteArray time = seconds(now);
    const QByteArray sign = hmac(secret, time + '.' + request.body).toHex();
    request.headers.append({"X-Pressboard-Timestamp", time});
    request.headers.append({"X-Pressboard-Signature", "sha256=" + sign});
}

} // namespace

RobotRequest robotRequest(const RobotSettings &robot, const RobotMessage &message, Moment now)
{
    const QByteArray secret = robot.secret.toUtf8();
    RobotRequest request;
    request.url = QUrl(robot.address, QUrl::StrictMode).adjusted(QUrl::RemoveFragment);
    request.mayBePrivate = robot.allowPrivate;
    switch (robot.service) {
    case RobotService::WeCom:
        request.body = weComBody(message);
        break;
    case RobotService::DingTalk:
        request.body = dingTalkBody(message);
        if (!secret.isEmpty())
            signDingTalk(request, secret, now);
        break;
    case RobotService::Feishu:
        request.body = feishuBody(message, secret, now);
        break;
    case RobotService::Webhook:
        request.body = webhookBody(robot, message, now);
        signWebhook(request, secret, now);
        break;
    }
    return request;
}

} // namespace pressboard::server
