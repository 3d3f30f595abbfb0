// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/body_length.h"

#include "server/listener/http_error.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace pressboard::server {

/// Digits and nothing else: two lengths come as "5, 5", and mean different ends to different
/// readers.
static std::optional<qint64> lengthIn(const QByteArray &text)
{
    const bool isNumber = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    bool fits = false;
    const qint64 length = text.toLongLong(&fits);
    return fits ? length : std::numeric_limits<qint64>::max();
}

static HttpAnswer tooLarge(qint64 most)
{
    return httpError(413, QStringLiteral("A request has at most %1 bytes.").arg(most));
}

static std::variant<qint64, HttpAnswer> postLength(const RequestHead &head, qint64 most)
{
    const QByteArray said = head.header("content-length");
    if (said.isNull() || !head.header("transfer-encoding").isNull())
        return httpError(411, QStringLiteral("Say how long it is: Content-Length, and no chunks."));
    const auto length = lengthIn(said);
    if (!length)
        return httpError(400, QStringLiteral("Content-Length must be one number."));
    if (*length > most)
        return tooLarge(most);
    return *length;
}

std::variant<qint64, HttpAnswer> bodyLength(const RequestHead &head, qint64 most)
{
    const QByteArray expected = head.header("expect");
    if (!expected.isNull() && !awaitsContinue(head))
        return httpError(417, QStringLiteral("Only Expect: 100-continue is understood."));
    if (head.method() == "POST")
        return postLength(head, most);
    const QByteArray said = head.header("content-length");
    if (!head.header("transfer-encoding").isNull() || (!said.isNull() && lengthIn(said) != 0))
        return httpError(400, QStringLiteral("Only a POST has a body here."));
    return 0;
}

bool awaitsContinue(const RequestHead &head)
{
    return head.isHttp11() && head.header("expect").toLower() == "100-continue";
}

} // namespace pressboard::server
