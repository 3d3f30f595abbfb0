// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stations/station_record.h"

#include "shared/protocol/messages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pressboard::server {
namespace {

struct TextMember
{
    const char *name;
    QString StationRecord::*member;
};

constexpr TextMember textMembers[] = {
    {"name", &StationRecord::name},       {"label", &StationRecord::label},
    {"user", &StationRecord::user},       {"display", &StationRecord::display},
    {"version", &StationRecord::version}, {"system", &StationRecord::system},
    {"kind", &StationRecord::kind},       {"language", &StationRecord::language},
    {"run", &StationRecord::run},         {"server", &StationRecord::server},
};
// Texts, too: a script puts the record together, and Redis' JSON has no empty list.
constexpr QLatin1StringView groupsKey{"groups"};
constexpr QLatin1StringView firstSeenKey{"first_seen"};
constexpr QLatin1StringView lastSeenKey{"last_seen"};
constexpr QLatin1StringView onlineSinceKey{"online_since"};

Moment momentIn(const QJsonObject &object, QLatin1StringView key)
{
    const OptionalMoment moment = momentFromText(object.value(key).toString(), QTimeZone::utc());
    return moment.value_or(Moment());
}

} // namespace

bool StationRecord::isWall() const
{
    return kind == protocol::station_kind::wall;
}

bool StationRecord::mayReceive(const Audience &audience) const
{
    return audience.admits(QSet<QString>(groups.begin(), groups.end()));
}

QByteArray StationRecord::toJson() const
{
    QJsonObject object{{groupsKey, groups.join(u',')},
                       {firstSeenKey, toWire(firstSeen)},
                       {lastSeenKey, toWire(lastSeen)},
                       {onlineSinceKey, toWire(onlineSince)}};
    for (const TextMember &text : textMembers)
        object.insert(QLatin1StringView(text.name), this->*text.member);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<StationRecord> StationRecord::fromJson(const QString &id, const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !protocol::isStationId(id))
        return std::nullopt;
    const QJsonObject object = document.object();
    StationRecord record;
    record.id = id;
    for (const TextMember &text : textMembers)
        record.*text.member = object.value(QLatin1StringView(text.name)).toString();
    record.groups = object.value(groupsKey).toString().split(u',', Qt::SkipEmptyParts);
    record.firstSeen = momentIn(object, firstSeenKey);
    record.lastSeen = momentIn(object, lastSeenKey);
    record.onlineSince = momentIn(object, onlineSinceKey);
    return record;
}

} // namespace pressboard::server
