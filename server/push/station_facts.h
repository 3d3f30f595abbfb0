// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server {

/// What a client said of itself that makes it a station, cut to the bounds.
struct StationFacts
{
    QString id; ///< empty: it is none
    QString run;
    QString name;
    QString kind;
    QString version;
    QString system;
    QString language;
    bool hearsReceipts = false; ///< the feature
    bool hearsStations = false;
};

} // namespace pressboard::server
