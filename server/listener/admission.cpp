// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/admission.h"

#include "server/auth/token.h"
#include "shared/protocol/messages.h"

#include <QUrl>

namespace pressboard::server {

namespace {

constexpr qsizetype keyBytes = 16; // of Sec-WebSocket-Key, RFC 6455, 4.1

bool isOurPath(const QByteArray &path)
{
    const QByteArrayView ours(protocol::path.data(), protocol::path.size());
    return path == ours || path == ours.chopped(1);
}

bool isOriginAllowed(const RequestHead &head, const AdmissionRules &rules)
{
    const QByteArray origin = head.header("origin");
    if (origin.isNull())
        return true;
    if (!rules.origins.isEmpty())
        return rules.origins.contains(QString::fromLatin1(origin), Qt::CaseInsensitive);
    const QString host = QUrl::fromEncoded("http://" + head.header("host")).host();
    return !host.isEmpty() && QUrl::fromEncoded(origin).host() == host;
}

std::optional<HttpAnswer> refuseUpgrade(const RequestHead &head)
{
    if (!head.headerHas("upgrade", "websocket") || !head.headerHas("connection", "upgrade"))
        return HttpAnswer{426, "This address speaks WebSocket only.", {"Upgrade: websocket"}};
    if (!head.headerHas("sec-websocket-version", "13")) {
        return HttpAnswer{426,
                          "WebSocket version 13 is needed.",
                          {"Upgrade: websocket", "Sec-WebSocket-Version: 13"}};
    }
    const QByteArray key = QByteArray::fromBase64(head.header("sec-websocket-key"));
    if (key.size() != keyBytes || !head.isHttp11() || head.header("host").isEmpty())
        return HttpAnswer{400, "The WebSocket handshake is not complete.", {}};
    return std::nullopt;
}

/// From the header, or from the query for browsers, which cannot set headers; null = none.
QByteArray tokenOf(const RequestHead &head)
{
    constexpr QByteArrayView scheme("bearer ");
    const QByteArray authorization = head.header("authorization");
    if (authorization.first(qMin(authorization.size(), scheme.size())).toLower() == scheme)
        return authorization.sliced(scheme.size()).trimmed();
    return head.query("token");
}

HttpAnswer unauthorized(const QByteArray &body)
{
    return {401, body, {"WWW-Authenticate: Bearer realm=\"pressboard\""}};
}

/// 127.0.0.1 may come as ::ffff:127.0.0.1 on a socket that listens to both.
QHostAddress plain(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

} // namespace

QHostAddress clientAddress(const RequestHead &head, const QHostAddress &peer,
                           const AdmissionRules &rules)
{
    const QHostAddress direct = plain(peer);
    if (!rules.trustedProxies.contains(direct))
        return direct;
    const QHostAddress told(QString::fromLatin1(head.header("x-real-ip")));
    return told.isNull() ? direct : plain(told);
}

std::optional<HttpAnswer> refuseRequest(const RequestHead &head, const AdmissionRules &rules)
{
    if (head.method() != "GET")
        return HttpAnswer{405, "Only GET is understood here.", {"Allow: GET"}};
    if (!isOurPath(head.path()))
        return HttpAnswer{404, "There is nothing here. The board is at /ws/notifications/.", {}};
    if (auto refusal = refuseUpgrade(head))
        return refusal;
    if (!isOriginAllowed(head, rules))
        return HttpAnswer{403, "Pages of this origin may not connect.", {}};
    return std::nullopt;
}

std::variant<Admission, HttpAnswer> identify(const RequestHead &head, const QHostAddress &peer,
                                             const AdmissionRules &rules,
                                             const UserDirectory &users)
{
    Admission admission;
    admission.address = clientAddress(head, peer, rules);
    const QByteArray subprotocol(protocol::subprotocol.data(), protocol::subprotocol.size());
    if (head.headerHas("sec-websocket-protocol", subprotocol))
        admission.dialect = Viewer::Dialect::V1;

    const QByteArray token = tokenOf(head);
    if (token.isEmpty() && rules.anonymousMayRead) {
        admission.identity = Identity::anonymousReader();
        return admission;
    }
    if (token.isEmpty())
        return unauthorized("An access code is needed.");
    auto identity = users.authenticate(token);
    if (!identity)
        return unauthorized("This access code is not known. Ask for a new one.");
    admission.identity = std::move(*identity);
    admission.tokenHash = tokenHash(token);
    return admission;
}

} // namespace pressboard::server
