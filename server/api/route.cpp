// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/route.h"

#include "server/listener/http_error.h"

namespace pressboard::server {

namespace {

using Resource = Route::Resource;

constexpr QByteArrayView version{"/api/v1/"};

QByteArray mediaType(const RequestHead &head)
{
    return head.header("content-type").split(';').first().trimmed().toLower();
}

QByteArray methodsOf(const Route &route)
{
    return route.isPosted() ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
}

bool isAllowed(const QByteArray &method, const Route &route)
{
    return route.isPosted() ? method == "POST" : method == "GET" || method == "HEAD";
}

/// A browser asks before it sends what a page may not send by itself. Whether the page's origin may
/// is said by a header that the listener adds.
HttpAnswer options(const Route &route)
{
    return {204,
            {},
            {"Allow: " + methodsOf(route), "Access-Control-Allow-Methods: " + methodsOf(route),
             "Access-Control-Allow-Headers: Authorization, Content-Type, Idempotency-Key, Title, "
             "Level, Groups, Order-Id, Key",
             "Access-Control-Max-Age: 600"}};
}

/// What curl calls what it sends with -d, unless told otherwise, is a notice's text; of an event it
/// would be a mistake.
bool isTypeRead(const RequestHead &head, const Route &route)
{
    if (hasJson(head))
        return true;
    const QByteArray type = mediaType(head);
    return route.resource == Resource::Notices
        && (type.isEmpty() || type == "text/plain" || type == "application/x-www-form-urlencoded");
}

HttpAnswer wrongType(const Route &route)
{
    return httpError(415,
                     route.resource == Resource::Events
                         ? QStringLiteral("Events are JSON: Content-Type: application/json.")
                         : QStringLiteral("A notice is JSON or plain text: Content-Type: "
                                          "application/json or text/plain."),
                     QStringLiteral("Content-Type"));
}

} // namespace

Route Route::of(const QByteArray &path)
{
    QByteArrayView rest(path);
    if (!rest.startsWith(version))
        return {};
    rest = rest.sliced(version.size());
    if (rest.endsWith('/'))
        rest.chop(1);
    if (rest == "events")
        return {Resource::Events, {}};
    if (rest == "notices")
        return {Resource::Notices, {}};
    if (rest == "stats")
        return {Resource::Stats, {}};
    if (rest == "orders")
        return {Resource::Orders, {}};
    constexpr QByteArrayView orders{"orders/"};
    if (!rest.startsWith(orders) || rest.sliced(orders.size()).contains('/'))
        return {};
    const QByteArray id = rest.sliced(orders.size()).toByteArray();
    return {Resource::Order, QString::fromUtf8(QByteArray::fromPercentEncoding(id))};
}

std::optional<HttpAnswer> answerToHead(const RequestHead &head)
{
    const Route route = Route::of(head.path());
    if (route.resource == Resource::None) {
        return httpError(404,
                         QStringLiteral("There are /api/v1/events, notices, stats and orders."));
    }
    if (head.method() == "OPTIONS")
        return options(route);
    if (!isAllowed(head.method(), route)) {
        return httpError(405, QStringLiteral("That is not done here: see Allow."), {},
                         {"Allow: " + methodsOf(route)});
    }
    if (route.isPosted() && !isTypeRead(head, route))
        return wrongType(route);
    return std::nullopt;
}

bool hasJson(const RequestHead &head)
{
    return mediaType(head) == "application/json";
}

} // namespace pressboard::server
