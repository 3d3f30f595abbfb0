// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_state.h"

#include <algorithm>

namespace pressboard::server {

using namespace std::chrono_literals;

/// Clocks of two machines may differ by this much and nothing is wrong.
static constexpr auto clockTolerance = 60s;

Result<LogState> LogState::fromReply(const redis::Reply &reply)
{
    constexpr qsizetype parts = 11;
    if (reply.failed())
        return Error{QString::fromUtf8(reply.text), reply.isLost()};
    if (reply.kind != redis::Reply::Kind::Array || reply.items.size() != parts)
        return Error{QStringLiteral("Redis answered something else than a look at the log.")};
    const auto &items = reply.items;
    LogState look;
    look.epoch = QString::fromUtf8(items[0].text);
    look.first = StreamId::parse(QByteArrayView(items[1].text));
    look.lastGenerated = StreamId::parse(QByteArrayView(items[2].text)).value_or(StreamId());
    look.fromStart = items[3].integer != 0;
    look.holdsPosition = items[4].integer != 0;
    if (items[5].integer != 0) {
        look.book = StoredBook{QString::fromUtf8(items[6].text),
                               StreamId::parse(QByteArrayView(items[7].text)).value_or(StreamId()),
                               items[8].integer != 0};
    }
    look.time = Moment(std::chrono::seconds(items[9].integer));
    for (const redis::Reply &key : items[10].items)
        look.overwritten.append(OverwrittenKey::fromReply(key));
    return look;
}

bool LogState::canSee() const
{
    using Part = OverwrittenKey::Part;
    return !isOverwritten(Part::Events) && !isOverwritten(Part::Epoch)
        && !isOverwritten(Part::Book);
}

bool LogState::isOverwritten(OverwrittenKey::Part part) const
{
    return std::any_of(overwritten.begin(), overwritten.end(),
                       [part](const OverwrittenKey &key) { return key.part == part; });
}

QString LogState::overwrittenText() const
{
    QStringList sentences;
    for (const OverwrittenKey &key : overwritten)
        sentences.append(key.sentence());
    return sentences.join(u' ');
}

bool LogState::bookStands() const
{
    return book && book->held && !epoch.isEmpty() && book->epoch == epoch;
}

/// A log tells no other positions than 0-0 and those of its entries, so that an older one than its
/// first entry was told before that was trimmed, or by the log before this one.
bool LogState::hasAllSince(StreamId position) const
{
    if (position == lastGenerated)
        return true;
    return position.isNull() ? fromStart : first && *first <= position;
}

bool LogState::isPoisoned() const
{
    const auto now = quint64((time + clockTolerance).time_since_epoch().count());
    return lastGenerated.ms > now;
}

/// We stand before everything, but the log does not begin at its beginning.
static bool missesTheStart(const LogState &look, StreamId position)
{
    return position.isNull() && !look.fromStart && look.book && !look.book->position.isNull();
}

static bool wasTrimmed(const LogState &look, StreamId position)
{
    return (!look.first || position < *look.first) && look.book && position < look.book->position;
}

Remedy judge(const LogState &look, const QString &epoch, StreamId position)
{
    if (look.epoch != epoch)
        return look.bookStands() ? Remedy::Reload : Remedy::Restore;
    if (look.book && !look.bookStands())
        return Remedy::Restore;
    if (look.holdsPosition)
        return missesTheStart(look, position) ? Remedy::Reload : Remedy::Ours;
    if (!look.book)
        return Remedy::Restore;
    return wasTrimmed(look, position) ? Remedy::Reload : Remedy::Older;
}

} // namespace pressboard::server
