// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/rules/notice_rule.h"

namespace pressboard::rules {
namespace {

std::optional<StreamId> idIn(const QJsonObject &data, QLatin1StringView key)
{
    return StreamId::parse(QStringView(data.value(key).toString()));
}

/// The one that a notice names, or else that of its publisher with the same key.
std::optional<StreamId> earlierOf(const Notice &notice, const Book &book)
{
    if (const auto replaced = idIn(notice.data, QLatin1StringView("replaces")))
        return replaced;
    if (notice.key().isEmpty() || notice.isTest())
        return std::nullopt;
    const Notice *earlier = book.keyedNotice(notice.key(), notice.publisher);
    return earlier ? std::optional(earlier->id) : std::nullopt;
}

/// The same alarm with another text is the same alarm: it does not begin anew, and who took it has
/// taken it. One whose time is over is another one.
void goOnRinging(Notice &notice, const Notice &earlier)
{
    const auto alarm = notice.alarm();
    if (!alarm || alarm != earlier.alarm() || momentOf(notice.id) >= *earlier.endsRinging())
        return;
    notice.first = earlier.alarmId();
    notice.settled = earlier.settled;
}

} // namespace

void noticeRule(Book &book, const Event &event, Change &change)
{
    Notice notice{event.id, {}, event.data, event.publisher};
    if (const auto earlier = earlierOf(notice, book))
        change.withdrawn = book.takeNotice(*earlier);
    // Whoever was told the first version is told that it is over, and nobody else.
    if (change.withdrawn)
        change.audienceBefore = change.audienceAfter = change.withdrawn->audience;

    if (notice.message().isEmpty())
        return;
    notice.audience = change.audienceAfter;
    if (change.withdrawn)
        goOnRinging(notice, *change.withdrawn);
    change.notice = notice;
    if (!notice.isTest())
        book.addNotice(std::move(notice));
}

void settleRule(Book &book, const Event &event, Change &change)
{
    const auto alarm = idIn(event.data, QLatin1StringView("notice"));
    if (!alarm)
        return;
    const Settlement settlement{event.data.value(QLatin1StringView("by")).toString(),
                                event.data.value(QLatin1StringView("station")).toString(),
                                momentOf(event.id)};
    change.settled = book.settle(*alarm, settlement);
}

} // namespace pressboard::rules
