// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/setting_keys.h"

#include "client/settings/week_hours.h"

#include <QRegularExpression>

namespace pressboard::client {

namespace {

bool isSwitch(const QString &value)
{
    static const QStringList words{QStringLiteral("true"), QStringLiteral("false"),
                                   QStringLiteral("1"), QStringLiteral("0")};
    return words.contains(value.toLower());
}

bool isBetween(int least, int most, const QString &value)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    return ok && number >= least && number <= most;
}

bool areHours(const QString &value)
{
    static const QRegularExpression span(QStringLiteral(
        "^\\s*([01]?\\d|2[0-3]):[0-5]\\d\\s*-\\s*(([01]?\\d|2[0-3]):[0-5]\\d|24:00)\\s*$"));
    const QStringList spans = value.split(u',', Qt::SkipEmptyParts);
    return std::all_of(spans.begin(), spans.end(),
                       [](const QString &text) { return span.match(text).hasMatch(); });
}

bool areOf(const QStringList &choices, const QString &value)
{
    const QStringList names = value.split(u',', Qt::SkipEmptyParts);
    return std::all_of(names.begin(), names.end(), [&choices](const QString &name) {
        return choices.contains(name.trimmed(), Qt::CaseInsensitive);
    });
}

} // namespace

const QList<SettingKey> &SettingKey::all()
{
    using enum Kind;
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    static const QList<SettingKey> keys{
        {key::server},
        {key::authorities, Text, {}, false},
        {key::token, Text, {}, false},
        {key::codeFile, Text, {}, false},
        {key::codeKeeper, State, {}, false},
        {key::codeMark, State, {}, false},
        {key::stationId, State, {}, false},
        {key::stationName, Text, {}, false},
        {key::steps, Names},
        {key::myStepsOnly, Switch},
        {key::sawBoard, State, {}, false},
        {key::seenTurns, State, {}, false},
        {key::seenStops, State, {}, false},
        {key::mutedUntil, State, {}, false},
        {key::quietHours, Kind::WeekHours},
        {key::quietShows, Levels, words("news your-turn attention")},
        {key::quietSounds, Levels, words("news your-turn attention")},
        {key::quietEndedUntil, State, {}, false},
        {key::sound, Switch},
        {key::soundVolume, Volume},
        {key::soundNews, Switch},
        {key::soundYourTurn, Switch},
        {key::soundAttention, Switch},
        {key::soundAlarm, Switch},
        {key::toastScreen},
        {key::toastCorner, Choice, words("top-right top-left bottom-right bottom-left")},
        {key::stepMoves, Switch},
        {key::unknownTypes, Switch},
        {key::readUntil, State, {}, false},
        {key::readAlso, State, {}, false},
        {key::greetedDay, State, {}, false},
        {key::theme, Choice, words("auto light dark")},
        {key::language, Choice, words("zh_CN en zh")},
        {key::textScale, Percent},
        {key::stationDistance, Choice, words("1.5 3 5")},
        {key::stationLook, Choice, words("auto light dark")},
        {key::stationAtStart, Switch},
        {key::wallAtStart, Switch},
        {key::wallScreen},
        {key::wallOffHours, Hours},
        {key::wallCustomers, Choice, words("short full hidden")},
        {key::wallLook, Choice, words("auto light dark")},
        {key::wallPixelShift, Switch},
        {key::orderColumns, State},
        {key::orderView, State},
        {key::boardViews, State},
        {key::closeKeepsRunning, Switch},
        {key::closeTold, State, {}, false},
        {key::loginInTray, Switch},
        {key::geometry, State, {}, false},
    };
    return keys;
}

const SettingKey *SettingKey::find(const QString &name)
{
    for (const SettingKey &key : all()) {
        if (key.name == name)
            return &key;
    }
    return nullptr;
}

bool SettingKey::accepts(const QString &value) const
{
    if (value.isEmpty())
        return true; // not set
    switch (kind) {
    case Kind::Switch:
        return isSwitch(value);
    case Kind::Choice:
        return choices.contains(value, Qt::CaseInsensitive);
    case Kind::Percent:
        return isBetween(leastTextScale, mostTextScale, value);
    case Kind::Volume:
        return isBetween(0, mostVolume, value);
    case Kind::Hours:
        return areHours(value);
    case Kind::WeekHours:
        return client::WeekHours::parse(value).has_value();
    case Kind::Levels:
        return areOf(choices, value);
    case Kind::Text:
    case Kind::Names:
    case Kind::State:
        break;
    }
    return true;
}

} // namespace pressboard::client
