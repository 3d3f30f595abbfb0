// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/close_payload.h"

#include <QtEndian>

namespace pressboard::server {

static bool mayBeSent(quint16 code)
{
    constexpr quint16 undefined = 1004;
    constexpr quint16 firstLocal = 1005; // what a program tells itself: nothing came, a cut
    constexpr quint16 lastLocal = 1006;
    constexpr quint16 lastDefined = 1014;
    constexpr quint16 firstOfOthers = 3000;
    constexpr quint16 lastOfOthers = 4999;
    if (code == undefined || code == firstLocal || code == lastLocal)
        return false;
    return (code >= 1000 && code <= lastDefined) || (code >= firstOfOthers && code <= lastOfOthers);
}

quint16 codeOfClose(QByteArrayView payload)
{
    return qFromBigEndian<quint16>(payload.data());
}

std::optional<FrameFault> faultOfClose(QByteArrayView payload)
{
    if (payload.isEmpty())
        return std::nullopt;
    if (payload.size() < 2 || !mayBeSent(codeOfClose(payload)))
        return FrameFault{1002, QStringLiteral("a close code that nobody may send")};
    if (!payload.sliced(2).isValidUtf8())
        return FrameFault{1007, QStringLiteral("a reason must be UTF-8")};
    return std::nullopt;
}

} // namespace pressboard::server
