// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_writer.h"
#include "shared/protocol/codec.h"

#include <QJsonArray>

/// What is said of stations, receipts and alarms.
namespace pressboard::protocol {
namespace {

QByteArray message(QLatin1StringView type, QJsonObject object)
{
    object.insert(QLatin1StringView("type"), type);
    return toText(object);
}

QJsonArray textsOf(const QList<StreamId> &ids)
{
    QJsonArray array;
    for (const StreamId id : ids)
        array.append(id.toString());
    return array;
}

void insertTimes(QJsonObject &object, const ReceiptTimes &times)
{
    const auto insert = [&object](ReceiptState state, OptionalMoment moment) {
        if (moment)
            object.insert(nameOf(state), toWire(*moment));
    };
    insert(ReceiptState::Delivered, times.delivered);
    insert(ReceiptState::Seen, times.seen);
    insert(ReceiptState::Confirmed, times.confirmed);
}

QJsonObject withCounts(QJsonObject object, const ReceiptCounts &counts)
{
    object.insert(QLatin1StringView("expected"), counts.expected);
    object.insert(QLatin1StringView("walls"), counts.walls);
    object.insert(QLatin1StringView("delivered"), counts.delivered);
    object.insert(QLatin1StringView("seen"), counts.seen);
    object.insert(QLatin1StringView("confirmed"), counts.confirmed);
    object.insert(QLatin1StringView("offline"), counts.offline);
    return object;
}

QJsonObject rowOf(const OwnReceipts::Row &row)
{
    QJsonObject object{{QLatin1StringView("id"), row.id.toString()}};
    insertTimes(object, row.times);
    return object;
}

QJsonObject rowOf(const Receipts::Row &row)
{
    QJsonObject object{{QLatin1StringView("id"), row.id},
                       {QLatin1StringView("name"), row.name},
                       {QLatin1StringView("user"), row.user},
                       {QLatin1StringView("kind"), row.kind},
                       {QLatin1StringView("online"), row.online}};
    if (!row.expected)
        object.insert(QLatin1StringView("expected"), false);
    insertTimes(object, row.times);
    return object;
}

QJsonObject settlementOf(const Settlement &settlement)
{
    return {{QLatin1StringView("by"), settlement.by},
            {QLatin1StringView("station"), settlement.station},
            {QLatin1StringView("at"), toWire(settlement.at)}};
}

QJsonObject rowOf(const Sent::Row &row)
{
    QJsonObject object{{QLatin1StringView("id"), row.id.toString()},
                       {QLatin1StringView("data"), row.data}};
    if (!row.groups.isEmpty())
        object.insert(QLatin1StringView("groups"), QJsonArray::fromStringList(row.groups));
    if (row.settled)
        object.insert(QLatin1StringView("settled"), settlementOf(*row.settled));
    return withCounts(std::move(object), row.counts);
}

QJsonObject rowOf(const Stations::Row &row)
{
    QJsonObject object{{QLatin1StringView("id"), row.id},
                       {QLatin1StringView("name"), row.name},
                       {QLatin1StringView("user"), row.user},
                       {QLatin1StringView("display"), row.display},
                       {QLatin1StringView("version"), row.version},
                       {QLatin1StringView("system"), row.system},
                       {QLatin1StringView("kind"), row.kind},
                       {QLatin1StringView("language"), row.language},
                       {QLatin1StringView("first_seen"), toWire(row.firstSeen)},
                       {QLatin1StringView("last_seen"), toWire(row.lastSeen)},
                       {QLatin1StringView("online"), row.online}};
    if (row.ownName != row.name)
        object.insert(QLatin1StringView("own_name"), row.ownName);
    if (row.onlineSince != Moment())
        object.insert(QLatin1StringView("online_since"), toWire(row.onlineSince));
    return object;
}

template<typename Row> QJsonArray rowsOf(const QList<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(rowOf(row));
    return array;
}

} // namespace

QByteArray encode(const Receipt &receipt)
{
    return message(QLatin1StringView("receipt"),
                   {{QLatin1StringView("ref"), receipt.ref},
                    {QLatin1StringView("state"), nameOf(receipt.state)},
                    {QLatin1StringView("ids"), textsOf(receipt.ids)}});
}

QByteArray encode(const OwnReceipts &receipts)
{
    return message(QLatin1StringView("receipt"),
                   {{QLatin1StringView("notices"), rowsOf(receipts.notices)}});
}

QByteArray encode(const AskReceipts &ask)
{
    return message(QLatin1StringView("receipts"), {{QLatin1StringView("id"), ask.id.toString()}});
}

QByteArray encode(const Receipts &receipts)
{
    QJsonObject object =
        withCounts({{QLatin1StringView("id"), receipts.id.toString()}}, receipts.counts);
    if (receipts.stations)
        object.insert(QLatin1StringView("stations"), rowsOf(*receipts.stations));
    return message(QLatin1StringView("receipts"), object);
}

QByteArray encode(const Settle &settle)
{
    return message(
        QLatin1StringView("settle"),
        {{QLatin1StringView("ref"), settle.ref}, {QLatin1StringView("id"), settle.id.toString()}});
}

QByteArray encode(const Settled &settled)
{
    QJsonObject object = settlementOf(settled.settlement);
    object.insert(QLatin1StringView("id"), settled.id.toString());
    object.insert(QLatin1StringView("notice"), settled.notice.toString());
    return message(QLatin1StringView("settled"), object);
}

QByteArray encode(const AskSent &ask)
{
    QJsonObject object;
    if (!ask.before.isNull())
        object.insert(QLatin1StringView("before"), ask.before.toString());
    return message(QLatin1StringView("sent"), object);
}

QByteArray encode(const Sent &sent)
{
    return message(QLatin1StringView("sent"),
                   {{QLatin1StringView("notices"), rowsOf(sent.notices)},
                    {QLatin1StringView("more"), sent.more}});
}

QByteArray encode(const Remind &remind)
{
    return message(
        QLatin1StringView("remind"),
        {{QLatin1StringView("ref"), remind.ref}, {QLatin1StringView("id"), remind.id.toString()}});
}

QByteArray encode(const Reminder &reminder)
{
    return message(QLatin1StringView("remind"),
                   {{QLatin1StringView("notice"), reminder.id.toString()}});
}

QByteArray encode(const AskStations &ask)
{
    return message(QLatin1StringView("stations"), {{QLatin1StringView("follow"), ask.follow}});
}

QByteArray encode(const Stations &stations)
{
    QJsonObject object{{QLatin1StringView("stations"), rowsOf(stations.stations)}};
    if (stations.part > 0) {
        object.insert(QLatin1StringView("part"), stations.part);
        object.insert(QLatin1StringView("parts"), stations.parts);
    }
    if (!stations.forgotten.isEmpty())
        object.insert(QLatin1StringView("forgotten"),
                      QJsonArray::fromStringList(stations.forgotten));
    return message(QLatin1StringView("stations"), object);
}

QByteArray encode(const ChangeStation &change)
{
    QJsonObject object{{QLatin1StringView("ref"), change.ref},
                       {QLatin1StringView("id"), change.id}};
    if (change.forget)
        object.insert(QLatin1StringView("forget"), true);
    else
        object.insert(QLatin1StringView("name"), change.name);
    return message(QLatin1StringView("station"), object);
}

} // namespace pressboard::protocol
