// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/http_answer.h"

namespace pressboard::server {

static QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

QByteArray HttpAnswer::toBytes(bool withBody) const
{
    const QByteArray text = body.endsWith('\n') ? body : body + '\n';
    const bool hasBody = status != 204;
    QByteArray answer =
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    if (hasBody) {
        answer += "Content-Type: " + contentType
            + "\r\nContent-Length: " + QByteArray::number(text.size()) + "\r\n";
    }
    answer += "Connection: close\r\n";
    for (const QByteArray &header : headers)
        answer += header + "\r\n";
    return answer + "\r\n" + (withBody && hasBody ? text : QByteArray());
}

} // namespace pressboard::server
