// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/refusal_log.h"

#include "server/logging/logging.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

namespace {

constexpr int linesAtOnce = 50;
constexpr int linesPerSecond = 5;

bool isOfCode(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-' || c == '%' || c == '.';
}

/// What follows `mark` as far as it may be a code.
QByteArray withoutCodes(QByteArray path, QByteArrayView mark)
{
    qsizetype at = path.indexOf(mark);
    while (at >= 0) {
        const qsizetype begin = at + mark.size();
        const auto end = std::find_if_not(path.cbegin() + begin, path.cend(), isOfCode);
        path.replace(begin, end - path.cbegin() - begin, "...");
        at = path.indexOf(mark, begin);
    }
    return path;
}

} // namespace

RefusalLog::RefusalLog()
    : m_pace(linesAtOnce, linesPerSecond)
{
    m_uptime.start();
}

/// The query, where a browser puts its code, is no part of it; people put theirs anywhere.
QByteArray RefusalLog::shownPath(const QByteArray &path)
{
    const QByteArray shown = withoutCodes(withoutCodes(path, "token="), "pb_");
    return shown.size() > pathShown ? shown.first(pathShown) + "..." : shown;
}

void RefusalLog::note(const QHostAddress &from, const RequestHead &head, const HttpAnswer &refusal)
{
    if (!m_pace.tryAcquire(std::chrono::milliseconds(m_uptime.elapsed()))) {
        ++m_leftOut;
        return;
    }
    if (const quint64 leftOut = std::exchange(m_leftOut, 0); leftOut > 0)
        qCInfo(lcPush).noquote() << "Refused" << leftOut << "more, too many to be listed";
    qCInfo(lcPush).noquote() << "Refused" << from.toString() << shownPath(head.path()) << "with"
                             << refusal.status << refusal.body << refusal.forTheLog;
}

} // namespace pressboard::server
