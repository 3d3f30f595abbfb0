// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/theme_choice.h"

#include <QString>

namespace pressboard::client {

/// How the wall of this station is hung.
struct WallSetup
{
    enum class Customers { Short, Full, Hidden };

    QString screen; ///< its name as the system gives it; empty: the first one
    QString offHours; ///< "22:00-06:00", several joined with ","; empty: never dark
    Customers customers = Customers::Short; ///< how much of their names passers-by may read
    bool shiftsPixels = true; ///< against burning in
    ThemeChoice look = ThemeChoice::Auto; ///< Auto: as the desk

    bool operator==(const WallSetup &) const = default;
};

} // namespace pressboard::client
