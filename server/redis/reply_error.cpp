// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/reply_error.h"

#include <algorithm>
#include <array>

namespace pressboard::server {

static bool passesByItself(const QByteArray &error)
{
    static constexpr std::array<QByteArrayView, 6> codes{"LOADING", "OOM",     "READONLY",
                                                         "BUSY",    "MISCONF", "MASTERDOWN"};
    return std::any_of(codes.begin(), codes.end(),
                       [&error](QByteArrayView code) { return error.startsWith(code); });
}

Error errorOf(const redis::Reply &reply)
{
    const QString text = QString::fromUtf8(reply.text);
    if (reply.isLost())
        return {QStringLiteral("Redis is away: %1").arg(text), true};
    if (reply.text.startsWith("WRONGTYPE"))
        return {QStringLiteral("Somebody wrote over one of Pressboard's keys in Redis: "
                               "\"pressboardctl status\" says which, and what to do."),
                false};
    return {QStringLiteral("Redis refused it: %1").arg(text), passesByItself(reply.text)};
}

} // namespace pressboard::server
