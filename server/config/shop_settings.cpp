// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/shop_settings.h"

#include "shared/base/limits.h"
#include "shared/state/alarm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pressboard::server {
namespace {

constexpr qsizetype mostSteps = 100;
constexpr qsizetype mostCalls = 20;
constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView categoryKey("category");
constexpr QLatin1StringView titleKey("title");
constexpr QLatin1StringView levelKey("level");
constexpr QLatin1StringView groupsKey("groups");
constexpr QLatin1StringView alarmKey("alarm");

Error wrong(qsizetype index, QLatin1StringView member, const QString &expected)
{
    return Error{
        QStringLiteral("%1 of table %2: expected %3").arg(member).arg(index + 1).arg(expected)};
}

bool isName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9_.-]{1,64}$"));
    return name.match(text).hasMatch();
}

bool isText(const QString &text)
{
    return !text.isEmpty() && text.size() <= limits::stationText;
}

/// Every member is one of these: a mistyped one would count for nothing.
std::optional<Error> unknownMember(qsizetype index, const QJsonObject &object,
                                   const QList<QLatin1StringView> &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return Error{QStringLiteral("table %1 has no member %2").arg(index + 1).arg(key)};
    }
    return std::nullopt;
}

template<typename Row>
Result<QList<Row>> listFromJson(const QByteArray &json, qsizetype most,
                                Result<Row> (*read)(qsizetype, const QJsonObject &))
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray() || document.array().size() > most)
        return Error{QStringLiteral("expected a list of at most %1 tables").arg(most)};
    QList<Row> rows;
    for (const QJsonValue &value : document.array()) {
        if (!value.isObject())
            return Error{QStringLiteral("expected a list of tables")};
        Result<Row> row = read(rows.size(), value.toObject());
        if (!row)
            return row.error();
        rows.append(*row);
    }
    return rows;
}

Result<protocol::Shop::Step> stepFrom(qsizetype index, const QJsonObject &object)
{
    if (const auto error = unknownMember(index, object, {nameKey, categoryKey}))
        return *error;
    const protocol::Shop::Step step{object.value(nameKey).toString(),
                                    object.value(categoryKey).toString()};
    if (!isText(step.name))
        return wrong(index, nameKey, QStringLiteral("a step's name, such as 覆膜"));
    if (!step.category.isEmpty() && step.category != QLatin1StringView("cover")
        && step.category != QLatin1StringView("content"))
        return wrong(index, categoryKey, QStringLiteral("cover or content"));
    return step;
}

Result<CallSettings> callFrom(qsizetype index, const QJsonObject &object)
{
    if (const auto error =
            unknownMember(index, object, {nameKey, titleKey, levelKey, groupsKey, alarmKey}))
        return *error;
    CallSettings settings;
    protocol::Shop::Call &call = settings.call;
    call.name = object.value(nameKey).toString();
    call.title = object.value(titleKey).toString();
    if (!isName(call.name))
        return wrong(index, nameKey, QStringLiteral("1 to 64 letters, digits, '_', '.' and '-'"));
    if (!isText(call.title))
        return wrong(index, titleKey, QStringLiteral("what people read, such as 缺纸"));
    const QString level = object.value(levelKey).toString(levelName(call.level));
    call.level = levelFromName(level);
    if (levelName(call.level) != level)
        return wrong(index, levelKey, QStringLiteral("info, success, warning or error"));
    for (const QJsonValue &group : object.value(groupsKey).toArray()) {
        if (!isName(group.toString()))
            return wrong(index, groupsKey, QStringLiteral("names such as dept_3"));
        call.groups.append(group.toString());
    }
    const QJsonValue said = object.contains(alarmKey) ? object.value(alarmKey) : QJsonValue(true);
    const auto alarm = Alarm::fromJson(said);
    if (!alarm && said != QJsonValue(false))
        return wrong(index, alarmKey, QStringLiteral("true, false, or { for_s = 600 }"));
    call.isAlarm = alarm.has_value();
    if (alarm)
        settings.alarm = alarm->toJson();
    return settings;
}

CallSettings usual(const char *name, const QString &title)
{
    CallSettings settings;
    settings.call.name = QLatin1StringView(name);
    settings.call.title = title;
    settings.alarm = Alarm().toJson();
    return settings;
}

} // namespace

QList<CallSettings> usualCalls()
{
    return {usual("paper", QStringLiteral("缺纸")), usual("machine", QStringLiteral("机器故障")),
            usual("quality", QStringLiteral("质量问题")),
            usual("leader", QStringLiteral("找组长"))};
}

Result<QList<protocol::Shop::Step>> stepsFromJson(const QByteArray &json)
{
    return listFromJson(json, mostSteps, &stepFrom);
}

QByteArray toJson(const QList<protocol::Shop::Step> &steps)
{
    QJsonArray array;
    for (const protocol::Shop::Step &step : steps) {
        QJsonObject object{{nameKey, step.name}};
        if (!step.category.isEmpty())
            object.insert(categoryKey, step.category);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<QList<CallSettings>> callsFromJson(const QByteArray &json)
{
    return listFromJson(json, mostCalls, &callFrom);
}

QByteArray toJson(const QList<CallSettings> &calls)
{
    QJsonArray array;
    for (const CallSettings &settings : calls) {
        const protocol::Shop::Call &call = settings.call;
        array.append(QJsonObject{
            {nameKey, call.name},
            {titleKey, call.title},
            {levelKey, levelName(call.level)},
            {groupsKey, QJsonArray::fromStringList(call.groups)},
            {alarmKey, settings.alarm.isObject() ? settings.alarm : QJsonValue(false)}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace pressboard::server
