// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QMetaType>

namespace pressboard::client {

/// One line of 终端.
struct StationEntry
{
    enum class Trouble {
        Dark, ///< 黑屏: a wall that shows nothing
        Old, ///< 旧版: another station has a newer version
        Offline,
        None,
    };

    protocol::Stations::Row row;
    bool isDark = false;
    bool isOld = false;

    /// The worst that is to be said of it.
    Trouble trouble() const;
    bool operator==(const StationEntry &) const = default;
};

} // namespace pressboard::client

Q_DECLARE_METATYPE(pressboard::client::StationEntry)
