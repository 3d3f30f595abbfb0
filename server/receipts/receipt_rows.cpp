// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_rows.h"

#include "shared/base/json_writer.h"
#include "shared/base/limits.h"

#include <QJsonDocument>

#include <algorithm>

namespace pressboard::server {
namespace {

constexpr char dataField[] = ".data";
constexpr char groupsField[] = ".groups";
constexpr char publisherField[] = ".publisher";
constexpr QLatin1StringView nameKey{"name"};
constexpr QLatin1StringView userKey{"user"};
constexpr QLatin1StringView kindKey{"kind"};
constexpr QLatin1StringView expectedKey{"expected"};

QJsonObject rowObject(const QString &name, const QString &user, const QString &kind)
{
    return {{nameKey, name}, {userKey, user}, {kindKey, kind}};
}

OptionalMoment momentIn(const QJsonObject &object, protocol::ReceiptState state)
{
    const QJsonValue value = object.value(protocol::nameOf(state));
    if (!value.isDouble())
        return std::nullopt;
    return Moment(std::chrono::milliseconds(qint64(value.toDouble())));
}

ReceiptRows::Row rowFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ReceiptRows::Row row;
    row.name = object.value(nameKey).toString();
    row.user = object.value(userKey).toString();
    row.kind = object.value(kindKey).toString();
    row.expected = object.value(expectedKey).toBool();
    row.times = {momentIn(object, protocol::ReceiptState::Delivered),
                 momentIn(object, protocol::ReceiptState::Seen),
                 momentIn(object, protocol::ReceiptState::Confirmed)};
    return row;
}

int reached(const protocol::ReceiptTimes &times)
{
    return bool(times.delivered) + bool(times.seen) + bool(times.confirmed);
}

} // namespace

QByteArrayList ReceiptRows::fieldsOf(const Notice &notice, const QList<StationRecord> &expected)
{
    QByteArrayList fields{dataField,      toText(notice.data),
                          groupsField,    notice.audience.groups().join(u',').toUtf8(),
                          publisherField, notice.publisher.toUtf8()};
    for (const StationRecord &station : expected) {
        QJsonObject row = rowObject(station.shownName(), station.display, station.kind);
        row.insert(expectedKey, true);
        fields << station.id.toUtf8() << toText(row);
    }
    return fields;
}

QByteArray ReceiptRows::rowOf(const QString &name, const QString &user, const QString &kind)
{
    JsonWriter json(64 + 2 * (name.size() + user.size())); // one of each receipt: no QJsonObject
    json.beginObject();
    json.member(nameKey, name);
    json.member(userKey, user);
    json.member(kindKey, kind);
    json.endObject();
    return json.take();
}

std::optional<ReceiptRows> ReceiptRows::fromReply(const redis::Reply &reply)
{
    if (reply.failed() || reply.items.isEmpty())
        return std::nullopt;
    ReceiptRows rows;
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2) {
        const QByteArray &field = reply.items[i].text;
        const QByteArray &value = reply.items[i + 1].text;
        if (field == dataField)
            rows.data = QJsonDocument::fromJson(value).object();
        else if (field == groupsField)
            rows.groups = QString::fromUtf8(value).split(u',', Qt::SkipEmptyParts);
        else if (field == publisherField)
            rows.publisher = QString::fromUtf8(value);
        else
            rows.stations.insert(QString::fromUtf8(field), rowFrom(value));
    }
    return rows;
}

protocol::ReceiptCounts ReceiptRows::counts(const IsOnline &isOnline) const
{
    protocol::ReceiptCounts counts;
    for (auto station = stations.begin(); station != stations.end(); ++station) {
        if (!station->expected)
            continue;
        ++counts.expected;
        counts.walls += station->isWall();
        counts.delivered += bool(station->times.delivered);
        counts.offline += !station->times.delivered && !isOnline(station.key());
        if (station->isWall())
            continue;
        counts.seen += bool(station->times.seen);
        counts.confirmed += bool(station->times.confirmed);
    }
    return counts;
}

QList<protocol::Receipts::Row> ReceiptRows::list(const IsOnline &isOnline) const
{
    QList<protocol::Receipts::Row> list;
    for (auto station = stations.begin(); station != stations.end(); ++station) {
        list.append({station.key(), station->name, station->user, station->kind,
                     isOnline(station.key()), station->expected, station->times});
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return std::tuple(reached(a.times), a.name, a.id)
            < std::tuple(reached(b.times), b.name, b.id);
    });
    list.resize(std::min<qsizetype>(list.size(), limits::receiptRows));
    return list;
}

QStringList ReceiptRows::missing() const
{
    const Notice notice{{}, {}, data};
    const auto alarm = notice.alarm();
    const bool mustConfirm = data.value(QLatin1StringView("confirm")).toBool()
        || (alarm && alarm->taking == Alarm::Taking::Each);
    QStringList ids;
    for (auto station = stations.begin(); station != stations.end(); ++station) {
        const OptionalMoment done = mustConfirm ? station->times.confirmed : station->times.seen;
        if (station->expected && !station->isWall() && !done)
            ids.append(station.key());
    }
    return ids;
}

} // namespace pressboard::server
