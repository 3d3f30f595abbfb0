// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/alarm.h"

#include "shared/base/limits.h"
#include "shared/base/object_reader.h"

#include <algorithm>

namespace pressboard {
namespace {

constexpr QLatin1StringView repeatKey("repeat_s");
constexpr QLatin1StringView lengthKey("for_s");
constexpr QLatin1StringView takingKey("ack");
constexpr QLatin1StringView escalateKey("escalate");
constexpr QLatin1StringView afterKey("after_s");
constexpr QLatin1StringView groupsKey("groups");

std::chrono::seconds secondsIn(const QJsonValue &value, std::chrono::seconds least,
                               std::chrono::seconds most, std::chrono::seconds otherwise)
{
    bool isNumber = value.isString();
    const qint64 spelled = isNumber ? value.toString().trimmed().toLongLong(&isNumber) : 0;
    const std::optional<qint64> read = isNumber ? std::optional(spelled) : integerFrom(value);
    if (!read)
        return otherwise;
    return std::chrono::seconds(std::clamp<qint64>(*read, least.count(), most.count()));
}

/// None without groups: those who may see it already hear it.
QList<Alarm::Escalation> escalationsIn(const QJsonArray &array)
{
    QList<Alarm::Escalation> escalations;
    for (const QJsonValue &each : array) {
        const Audience groups = Audience::fromJson(each[groupsKey].toArray());
        const auto after = secondsIn(each[afterKey], limits::alarmRepeatLeast, limits::alarmLength,
                                     std::chrono::seconds(0));
        if (groups.isEveryone() || after.count() == 0 || groups.groups().size() > limits::groups
            || escalations.size() == limits::escalations)
            continue;
        escalations.append({after, groups});
    }
    std::stable_sort(escalations.begin(), escalations.end(),
                     [](const auto &a, const auto &b) { return a.after < b.after; });
    return escalations;
}

} // namespace

std::optional<Alarm> Alarm::fromJson(const QJsonValue &value)
{
    if (value.isBool() && value.toBool())
        return Alarm();
    if (!value.isObject())
        return std::nullopt;
    Alarm alarm;
    alarm.repeat = secondsIn(value[repeatKey], limits::alarmRepeatLeast, limits::alarmRepeatMost,
                             alarm.repeat);
    alarm.length =
        secondsIn(value[lengthKey], limits::alarmRepeatLeast, limits::alarmLength, alarm.length);
    if (value[takingKey].toString() == QLatin1StringView("each"))
        alarm.taking = Taking::Each;
    else
        alarm.escalations = escalationsIn(value[escalateKey].toArray());
    return alarm;
}

QJsonObject Alarm::toJson() const
{
    QJsonObject object{{repeatKey, qint64(repeat.count())},
                       {lengthKey, qint64(length.count())},
                       {takingKey, QLatin1StringView(taking == Taking::Each ? "each" : "any")}};
    QJsonArray steps;
    for (const Escalation &step : escalations)
        steps.append(
            QJsonObject{{afterKey, qint64(step.after.count())}, {groupsKey, step.groups.toJson()}});
    if (!steps.isEmpty())
        object.insert(escalateKey, steps);
    return object;
}

} // namespace pressboard
