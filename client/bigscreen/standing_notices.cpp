// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/standing_notices.h"

namespace pressboard::client {

QList<Notice> standingNotices(const QList<Notice> &oldestFirst, Moment now)
{
    QList<Notice> important;
    QList<Notice> newest;
    for (auto notice = oldestFirst.rbegin(); notice != oldestFirst.rend(); ++notice) {
        if (notice->isTest() || notice->isExpired(now))
            continue;
        if (notice->level() == NoticeLevel::Error)
            important.append(*notice);
        else if (newest.isEmpty())
            newest.append(*notice);
    }
    return important.isEmpty() ? newest : important;
}

QString iconOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Success:
        return QStringLiteral("check");
    case NoticeLevel::Warning:
    case NoticeLevel::Error:
        return QStringLiteral("warning");
    case NoticeLevel::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace pressboard::client
