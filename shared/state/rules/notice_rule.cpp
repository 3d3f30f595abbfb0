// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/notice_rule.h"

namespace pressboard::rules {

void noticeRule(Book &book, const Event &event, Change &change)
{
    const QString replaces = event.data.value(QLatin1StringView("replaces")).toString();
    if (const auto earlier = StreamId::parse(QStringView(replaces)))
        change.withdrawn = book.takeNotice(*earlier);
    // Whoever was told the first version is told that it is over, and nobody else.
    if (change.withdrawn)
        change.audienceBefore = change.audienceAfter = change.withdrawn->audience;

    Notice notice{event.id, change.audienceAfter, event.data};
    if (notice.message().isEmpty())
        return;
    change.notice = notice;
    if (!notice.isTest())
        book.addNotice(std::move(notice));
}

} // namespace pressboard::rules
