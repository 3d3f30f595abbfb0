// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_state.h"

#include "shared/base/json_text.h"
#include "shared/base/json_writer.h"
#include "shared/base/limits.h"
#include "shared/base/time.h"

#include <QJsonArray>

namespace pressboard::server {

static StreamId streamId(const QString &text)
{
    return StreamId::parse(QStringView(text)).value_or(StreamId());
}

QByteArray RobotState::toJson() const
{
    QJsonArray items;
    for (const RobotItem &item : waiting)
        items.append(QJsonObject{{QStringLiteral("id"), item.id},
                                 {QStringLiteral("kind"), item.kind},
                                 {QStringLiteral("text"), item.text}});
    QJsonObject all{{QStringLiteral("epoch"), epoch},
                    {QStringLiteral("cursor"), cursor.toString()},
                    {QStringLiteral("waiting"), items},
                    {QStringLiteral("lost"), lost},
                    {QStringLiteral("day"), day.toString(Qt::ISODate)},
                    {QStringLiteral("silent_at"), silentAt.toString()},
                    {QStringLiteral("last_failure"), lastFailure}};
    QJsonArray told;
    for (const StreamId alarm : alarms)
        told.append(alarm.toString());
    all.insert(QStringLiteral("alarms"), told);
    if (lastAt)
        all.insert(QStringLiteral("last_at"), toWire(*lastAt));
    return toText(all);
}

RobotState RobotState::fromJson(const QByteArray &json)
{
    const auto parsed = parseObject(json, limits::jsonDepth);
    const QJsonObject all = parsed ? *parsed : QJsonObject();
    const auto text = [&all](QLatin1StringView name) { return all.value(name).toString(); };
    RobotState state;
    state.epoch = text(QLatin1StringView("epoch"));
    state.cursor = streamId(text(QLatin1StringView("cursor")));
    state.silentAt = streamId(text(QLatin1StringView("silent_at")));
    for (const QJsonValue value : all.value(QLatin1StringView("waiting")).toArray()) {
        const QJsonObject item = value.toObject();
        state.waiting.append({item.value(QLatin1StringView("id")).toString(),
                              item.value(QLatin1StringView("kind")).toString(),
                              item.value(QLatin1StringView("text")).toString()});
    }
    for (const QJsonValue alarm : all.value(QLatin1StringView("alarms")).toArray())
        state.alarms.append(streamId(alarm.toString()));
    state.lost = all.value(QLatin1StringView("lost")).toInt();
    state.day = QDate::fromString(text(QLatin1StringView("day")), Qt::ISODate);
    state.lastFailure = text(QLatin1StringView("last_failure"));
    state.lastAt = momentFromText(text(QLatin1StringView("last_at")), QTimeZone::utc());
    return state;
}

} // namespace pressboard::server
