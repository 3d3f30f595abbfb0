// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/theme_choice.h"

namespace pressboard::client {

/// How the screen of 机台模式 is read.
struct StationSetup
{
    /// What can be chosen, in metres.
    static constexpr double distances[] = {1.5, 3.0, 5.0};

    double distance = 3.0; ///< from how far it is read, in metres
    ThemeChoice look = ThemeChoice::Auto; ///< Auto: as the desk

    bool operator==(const StationSetup &) const = default;
};

} // namespace pressboard::client
