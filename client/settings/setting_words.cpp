// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/setting_words.h"

#include "client/settings/setting_keys.h"

#include <algorithm>
#include <initializer_list>

namespace pressboard::client {

namespace {

template<typename Choice>
Choice choiceFrom(const QString &name, Choice unlessNamed, std::initializer_list<Choice> others)
{
    for (const Choice choice : others) {
        if (name.compare(nameOf(choice), Qt::CaseInsensitive) == 0)
            return choice;
    }
    return unlessNamed;
}

} // namespace

QString nameOf(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::Auto:
        break;
    }
    return QStringLiteral("auto");
}

QString nameOf(WallSetup::Customers customers)
{
    switch (customers) {
    case WallSetup::Customers::Full:
        return QStringLiteral("full");
    case WallSetup::Customers::Hidden:
        return QStringLiteral("hidden");
    case WallSetup::Customers::Short:
        break;
    }
    return QStringLiteral("short");
}

QString nameOf(CodeKeeper keeper)
{
    switch (keeper) {
    case CodeKeeper::Keychain:
        return QStringLiteral("keychain");
    case CodeKeeper::File:
        return QStringLiteral("file");
    case CodeKeeper::Nobody:
        break;
    }
    return {};
}

QString nameOf(ToastPlace::Corner corner)
{
    switch (corner) {
    case ToastPlace::Corner::TopLeft:
        return QStringLiteral("top-left");
    case ToastPlace::Corner::BottomRight:
        return QStringLiteral("bottom-right");
    case ToastPlace::Corner::BottomLeft:
        return QStringLiteral("bottom-left");
    case ToastPlace::Corner::TopRight:
        break;
    }
    return QStringLiteral("top-right");
}

QLatin1StringView keyOf(SoundLevel level)
{
    switch (level) {
    case SoundLevel::News:
        return key::soundNews;
    case SoundLevel::YourTurn:
        return key::soundYourTurn;
    case SoundLevel::Attention:
        return key::soundAttention;
    case SoundLevel::Alarm:
        break;
    }
    return key::soundAlarm;
}

QString nameOf(SoundLevel level)
{
    switch (level) {
    case SoundLevel::News:
        return QStringLiteral("news");
    case SoundLevel::YourTurn:
        return QStringLiteral("your-turn");
    case SoundLevel::Attention:
        return QStringLiteral("attention");
    case SoundLevel::Alarm:
        break;
    }
    return QStringLiteral("alarm");
}

QSet<SoundLevel> levelsFrom(const QStringList &names)
{
    QSet<SoundLevel> levels;
    for (const SoundLevel level : soundLevels) {
        const bool isNamed = std::any_of(names.begin(), names.end(), [level](const QString &name) {
            return name.trimmed().compare(nameOf(level), Qt::CaseInsensitive) == 0;
        });
        if (isNamed)
            levels.insert(level);
    }
    return levels;
}

ThemeChoice themeFrom(const QString &name)
{
    return choiceFrom(name, ThemeChoice::Auto, {ThemeChoice::Light, ThemeChoice::Dark});
}

WallSetup::Customers customersFrom(const QString &name)
{
    using enum WallSetup::Customers;
    return choiceFrom(name, Short, {Full, Hidden});
}

QString nameOf(double distance)
{
    return QString::number(distance);
}

double distanceFrom(const QString &name)
{
    return choiceFrom(name, StationSetup().distance, {1.5, 5.0});
}

ToastPlace::Corner cornerFrom(const QString &name)
{
    using enum ToastPlace::Corner;
    return choiceFrom(name, BottomRight, {TopRight, TopLeft, BottomLeft});
}

CodeKeeper keeperFrom(const QString &name)
{
    return choiceFrom(name, CodeKeeper::Nobody, {CodeKeeper::Keychain, CodeKeeper::File});
}

QString languageFrom(const QString &name)
{
    if (name.startsWith(QLatin1StringView("zh")))
        return QStringLiteral("zh_CN");
    return name.startsWith(QLatin1StringView("en")) ? QStringLiteral("en") : QString();
}

} // namespace pressboard::client
