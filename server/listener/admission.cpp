// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/admission.h"

#include "server/auth/token.h"
#include "server/listener/client_address.h"
#include "shared/protocol/messages.h"

#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr qsizetype keyBytes = 16; // of Sec-WebSocket-Key, RFC 6455, 4.1

bool isOurPath(const QByteArray &path)
{
    const QByteArrayView ours(protocol::path.data(), protocol::path.size());
    return path == ours || path == ours.chopped(1);
}

bool isProxy(const QHostAddress &peer, const AdmissionRules &rules)
{
    return rules.trustedProxies.contains(plainAddress(peer));
}

/// Equal origins are of one scheme, host and port, however they are spelled.
bool areSame(const QUrl &one, const QUrl &other)
{
    const auto portOf = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
    };
    return !one.host().isEmpty() && one.scheme() == other.scheme() && one.host() == other.host()
        && portOf(one) == portOf(other);
}

/// The origin of pages that came from where this request goes.
QUrl ownOrigin(const RequestHead &head, const QHostAddress &peer, const AdmissionRules &rules)
{
    const bool isEncrypted =
        rules.isEncrypted || (isProxy(peer, rules) && head.header("x-forwarded-proto") == "https");
    return QUrl::fromEncoded((isEncrypted ? "https://" : "http://") + head.header("host"));
}

bool isNamedOrigin(const QByteArray &said, const AdmissionRules &rules)
{
    const QUrl origin = QUrl::fromEncoded(said);
    return std::any_of(rules.origins.begin(), rules.origins.end(),
                       [&origin](const QString &one) { return areSame(origin, QUrl(one)); });
}

bool isOriginAllowed(const RequestHead &head, const QHostAddress &peer, const AdmissionRules &rules)
{
    const QByteArray origin = head.header("origin");
    if (origin.isNull())
        return true;
    if (rules.origins.isEmpty())
        return areSame(QUrl::fromEncoded(origin), ownOrigin(head, peer, rules));
    return isNamedOrigin(origin, rules);
}

/// So much of a header as a person needs to know it again.
QByteArray shown(const RequestHead &head, QByteArrayView name)
{
    constexpr qsizetype most = 100;
    QByteArray value = head.header(name).first(qMin(head.header(name).size(), most));
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return value;
}

HttpAnswer foreignPage(const RequestHead &head)
{
    return {403,
            "Pages of this origin may not connect here: Origin is " + shown(head, "origin")
                + ", Host is " + shown(head, "host")
                + ". If they should, name the origin in \"origins\".",
            {}};
}

HttpAnswer foreignName(const RequestHead &head)
{
    return {403,
            "Pages may not read here by this name: Host is " + shown(head, "host") + ", Origin is "
                + shown(head, "origin") + ". If it is this server's, name it in \"hosts\".",
            {}};
}

/// Nobody can make these lead to an address that they do not mean.
bool isOwnName(const QString &host)
{
    const QString machine = QSysInfo::machineHostName().toLower();
    return !QHostAddress(host).isNull() || host == QLatin1StringView("localhost") || host == machine
        || host == machine.section(u'.', 0, 0);
}

/// A page's name that anybody may make lead here (DNS rebinding) has Host and Origin alike.
bool isHostAllowed(const RequestHead &head, const AdmissionRules &rules)
{
    if (head.header("origin").isNull())
        return true; // no page
    const QString host = QUrl::fromEncoded("http://" + head.header("host")).host();
    return rules.hosts.isEmpty() ? isOwnName(host)
                                 : rules.hosts.contains(host, Qt::CaseInsensitive);
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

HttpAnswer unauthorized(const QByteArray &body, const QString &forTheLog = {})
{
    HttpAnswer answer{401, body, {"WWW-Authenticate: Bearer realm=\"pressboard\""}};
    answer.forTheLog = forTheLog;
    return answer;
}

} // namespace

QHostAddress clientAddress(const RequestHead &head, const QHostAddress &peer,
                           const AdmissionRules &rules)
{
    const QHostAddress direct = plainAddress(peer);
    if (!rules.trustedProxies.contains(direct))
        return direct;
    const QHostAddress told(QString::fromLatin1(head.header("x-real-ip")));
    return told.isNull() ? direct : plainAddress(told);
}

std::optional<HttpAnswer> refuseRequest(const RequestHead &head, const QHostAddress &peer,
                                        const AdmissionRules &rules)
{
    if (head.method() != "GET")
        return HttpAnswer{405, "Only GET is understood here.", {"Allow: GET"}};
    if (!isOurPath(head.path()))
        return HttpAnswer{
            404,
            "There is nothing here. The board is at /ws/notifications/, and what programs "
            "ask for is below /api/v1/.",
            {}};
    if (auto refusal = refuseUpgrade(head))
        return refusal;
    return refuseOrigin(head, peer, rules);
}

std::optional<HttpAnswer> refuseOrigin(const RequestHead &head, const QHostAddress &peer,
                                       const AdmissionRules &rules)
{
    if (!isOriginAllowed(head, peer, rules))
        return foreignPage(head);
    return std::nullopt;
}

QByteArrayList pageHeaders(const RequestHead &head, const AdmissionRules &rules)
{
    if (!isNamedOrigin(head.header("origin"), rules))
        return {};
    return {"Access-Control-Allow-Origin: " + head.header("origin"), "Vary: Origin"};
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
    if (token.isEmpty() && !rules.anonymousMayRead)
        return unauthorized("An access code is needed.");
    auto login = token.isEmpty() ? Result<Login>(Login{Identity::anonymousReader(), {}})
                                 : users.login(token);
    if (!login)
        return unauthorized("This access code is not known. Ask for a new one.",
                            login.error().message);
    if (login->identity.isAnybody() && !isHostAllowed(head, rules))
        return foreignName(head);
    if (!token.isEmpty())
        admission.tokenHash = tokenHash(token);
    admission.identity = std::move(login.value().identity);
    admission.grant = login->grant;
    return admission;
}

} // namespace pressboard::server
