// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_state.h"

#include <algorithm>

namespace pressboard::server {

using namespace std::chrono_literals;

/// Clocks of two machines may differ by this much and nothing is wrong.
static constexpr auto clockTolerance = 60s;

namespace {

struct Words
{
    QLatin1StringView what; ///< it should be
    QLatin1StringView then; ///< what happens once the foreign value is gone
};

Words wordsOf(OverwrittenKey::Part part)
{
    using Part = OverwrittenKey::Part;
    constexpr QLatin1StringView anew("the server writes it anew");
    switch (part) {
    case Part::Events:
        return {QLatin1StringView("the log's stream"),
                QLatin1StringView("the server goes on with the orders it knows")};
    case Part::Epoch:
        return {QLatin1StringView("the log's epoch"), anew};
    case Part::Book:
        return {QLatin1StringView("the checkpoint's hash"), anew};
    case Part::Writer:
        return {QLatin1StringView("the writer's lease"), anew};
    case Part::Rejected:
        return {QLatin1StringView("the stream of rejected entries"), anew};
    case Part::Users:
        return {QLatin1StringView("the users' hash"),
                QLatin1StringView("the server writes the users back as it last read them")};
    case Part::Servers:
        return {QLatin1StringView("the list of the servers"), anew};
    }
    return {};
}

} // namespace

OverwrittenKey OverwrittenKey::fromReply(const redis::Reply &reply)
{
    OverwrittenKey key{Part::Events, {}, {}};
    if (reply.items.size() == 3) {
        key.part = Part(reply.items[0].integer);
        key.name = QString::fromUtf8(reply.items[1].text);
        key.type = QString::fromUtf8(reply.items[2].text);
    }
    return key;
}

QString OverwrittenKey::sentence() const
{
    const Words words = wordsOf(part);
    return QStringLiteral("The key %1 is a %2, not %3: somebody wrote over it. Rename or delete "
                          "it; %4.")
        .arg(name, type, words.what, words.then);
}

QByteArrayList stateKeys(const redis::Keys &keys)
{
    return {keys.events(),   keys.epoch(), keys.book(),   keys.writer(),
            keys.rejected(), keys.users(), keys.servers()};
}

static std::optional<qint64> counted(const redis::Reply &reply)
{
    return reply.integer < 0 ? std::nullopt : std::optional(reply.integer);
}

/// [from, to], as the book's meta has them.
static std::optional<protocol::Loss> lossFromReply(const redis::Reply &reply)
{
    if (reply.items.size() != 2)
        return std::nullopt;
    const QTimeZone utc = QTimeZone::utc();
    const auto from = momentFromText(QString::fromUtf8(reply.items[0].text), utc);
    const auto to = momentFromText(QString::fromUtf8(reply.items[1].text), utc);
    return from && to ? std::optional(protocol::Loss{*from, *to}) : std::nullopt;
}

/// [ID, fingerprint]
static LogPlace placeFromReply(const redis::Reply &reply)
{
    if (reply.items.size() != 2)
        return {};
    return {StreamId::parse(QByteArrayView(reply.items[0].text)).value_or(StreamId()),
            reply.items[1].text,
            {}};
}

Result<LogState> LogState::fromReply(const redis::Reply &reply)
{
    constexpr qsizetype parts = 16;
    if (reply.failed())
        return Error{QString::fromUtf8(reply.text), reply.isLost()};
    if (reply.kind != redis::Reply::Kind::Array || reply.items.size() != parts)
        return Error{QStringLiteral("Redis answered something else than the state of the log.")};
    const auto &items = reply.items;
    LogState state;
    state.epoch = QString::fromUtf8(items[0].text);
    state.first = StreamId::parse(QByteArrayView(items[1].text));
    state.lastGenerated = StreamId::parse(QByteArrayView(items[2].text)).value_or(StreamId());
    state.fromStart = items[3].integer != 0;
    state.holdsPlace = items[4].integer != 0;
    if (items[5].integer != 0) {
        state.book = StoredBook{QString::fromUtf8(items[6].text),
                                StreamId::parse(QByteArrayView(items[7].text)).value_or(StreamId()),
                                items[8].integer != 0};
    }
    state.time = Moment(std::chrono::milliseconds(items[9].integer));
    for (const redis::Reply &key : items[10].items)
        state.overwritten.append(OverwrittenKey::fromReply(key));
    state.added = counted(items[11]);
    state.behind = counted(items[12]);
    state.fingerprint = items[13].text;
    for (const redis::Reply &entry : items[14].items)
        state.before.append(placeFromReply(entry));
    state.loss = lossFromReply(items[15]);
    return state;
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

bool LogState::missesEntries() const
{
    if (holdsPlace || position.isNull() || !(position < lastGenerated))
        return false;
    if (first && !(position < *first))
        return false;
    return !added || !addedBefore || *added > *addedBefore + behind.value_or(0);
}

bool LogState::isPoisoned() const
{
    const auto now = quint64((time + clockTolerance).time_since_epoch().count());
    return lastGenerated.ms > now;
}

/// We stand before everything, but the log does not begin at its beginning.
static bool missesTheStart(const LogState &state, StreamId position)
{
    return position.isNull() && !state.fromStart && state.book && !state.book->position.isNull();
}

static bool wasTrimmed(const LogState &state, StreamId position)
{
    return (!state.first || position < *state.first) && state.book
        && position < state.book->position;
}

/// A publisher trims faster than checkpoints are written: the book's entry is gone, and nobody can
/// count what else is. We hold our place behind it, so that it is only old.
static bool outlivesBook(const LogState &state, StreamId position)
{
    return state.holdsPlace && state.book && state.book->epoch == state.epoch
        && (!state.first || state.book->position < *state.first)
        && state.book->position <= position;
}

/// It stands on this log, or on what was trimmed of it.
static bool isBookOfOurs(const LogState &state)
{
    return !state.book
        || (state.book->epoch == state.epoch && state.book->position <= state.lastGenerated);
}

Remedy diagnose(const LogState &state, const QString &epoch, StreamId position)
{
    if (state.epoch != epoch)
        return state.bookStands() ? Remedy::Reload : Remedy::Restore;
    if (!state.holdsPlace && state.bookStands() && wasTrimmed(state, position))
        return Remedy::Reload;
    if (state.missesEntries() && isBookOfOurs(state))
        return Remedy::Missed;
    if (state.book && !state.bookStands() && !outlivesBook(state, position))
        return Remedy::Restore;
    if (state.holdsPlace)
        return missesTheStart(state, position) ? Remedy::Reload : Remedy::Ours;
    return state.book ? Remedy::Older : Remedy::Restore;
}

} // namespace pressboard::server
