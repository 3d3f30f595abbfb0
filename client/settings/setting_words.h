// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/code_keeper.h"
#include "client/settings/sound_level.h"
#include "client/settings/station_setup.h"
#include "client/settings/theme_choice.h"
#include "client/settings/toast_place.h"
#include "client/settings/wall_setup.h"

#include <QLatin1StringView>
#include <QSet>
#include <QString>

namespace pressboard::client {

/// How a choice is written in the file. What is written otherwise counts as not chosen.
QString nameOf(ThemeChoice theme);
QString nameOf(WallSetup::Customers customers);
QString nameOf(CodeKeeper keeper);
QString nameOf(ToastPlace::Corner corner);
/// The switch of this level's sound.
QLatin1StringView keyOf(SoundLevel level);
QString nameOf(SoundLevel level);
/// What is none of them is left out.
QSet<SoundLevel> levelsFrom(const QStringList &names);
ThemeChoice themeFrom(const QString &name);
WallSetup::Customers customersFrom(const QString &name);
/// Of StationSetup::distances, in metres: "1.5", "3", "5".
QString nameOf(double distance);
double distanceFrom(const QString &name);
ToastPlace::Corner cornerFrom(const QString &name);
CodeKeeper keeperFrom(const QString &name);
/// "zh_CN", "en", or empty: the system's.
QString languageFrom(const QString &name);

} // namespace pressboard::client
