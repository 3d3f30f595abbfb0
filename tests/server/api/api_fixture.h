// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"
#include "tests/server/listener/raw_client.h"

namespace pressboard::test {

/// A listener that has what programs ask for, before a hub. Everybody's token is the name: wang is
/// an admin, crm a publisher, zhou an operator of dept_3, li a viewer of it, and page one whom
/// anybody may be.
struct ApiFixture : ListenerFixture
{
    explicit ApiFixture(server::ListenerOptions options = {}, server::HubOptions hubOptions = {})
        : ListenerFixture(std::move(options), 64'000'000, std::move(hubOptions))
    {
        using server::Role;
        const QStringList three{QStringLiteral("3")};
        push.users.replace({HubFixture::record(QStringLiteral("wang"), Role::Admin),
                            HubFixture::record(QStringLiteral("crm"), Role::Publisher),
                            HubFixture::record(QStringLiteral("zhou"), Role::Operator, three),
                            HubFixture::record(QStringLiteral("li"), Role::Viewer, three),
                            HubFixture::record(QStringLiteral("page"), Role::Page)});
        listener.setService(api);
    }

    server::Api api{*push.hub, push.log, push.clock, QTimeZone::utc()};
};

/// What came back.
struct HttpReply
{
    explicit HttpReply(QByteArray bytes)
        : text(std::move(bytes))
        , status(text.mid(9, 3).toInt())
        , body(json(text.sliced(std::min(text.indexOf("\r\n\r\n") + 4, text.size()))))
    {
    }
    QString code() const { return body.value(u"code").toString(); }
    QString field() const { return body.value(u"field").toString(); }
    bool has(const QByteArray &line) const { return text.contains("\r\n" + line + "\r\n"); }

    QByteArray text;
    int status;
    QJsonObject body;
};

inline QByteArray request(const QByteArray &target, const QByteArray &user,
                          const QByteArray &more = {}, const QByteArray &method = "GET")
{
    const QByteArray token = user.isEmpty() ? "" : "Authorization: Bearer " + user + "\r\n";
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token + more + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &user, const QByteArray &body,
                       const QByteArray &more = "Content-Type: application/json\r\n")
{
    return request(target, user,
                   more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n", "POST")
        + body;
}

inline const QByteArray order7 =
    R"({"type":"order_notification","data":{"order_id":7,"status":2},"ref":"r1"})";

/// One who asks, while the test does something else.
struct Asking
{
    Asking(const ListenerFixture &fixture, const QByteArray &bytes)
        : client(fixture)
    {
        QObject::connect(&client.socket, &QTcpSocket::connected,
                         [this, bytes] { client.socket.write(bytes); });
    }
    bool isOver() const { return client.socket.state() == QTcpSocket::UnconnectedState; }
    HttpReply reply()
    {
        if (!QTest::qWaitFor([this] { return isOver(); }, 10'000))
            return HttpReply("never closed");
        return HttpReply(client.socket.readAll());
    }

    RawClient client;
};

} // namespace pressboard::test
