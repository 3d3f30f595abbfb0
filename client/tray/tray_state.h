// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace pressboard::client {

class Store;

/// What the tray icon says at a glance; told apart by shape, without colour, too.
enum class TrayState {
    Connected, ///< a board: solid square with three bars
    Reconnecting, ///< outline with three dots
    Disconnected, ///< filled, with ×
    Unread, ///< a round bite at the top right
    Important, ///< a triangle with !
    Muted, ///< a moon
};

/// What the state depends on beside the store.
struct TrayFacts
{
    bool unread = false; ///< a notice, or a step whose turn has come
    bool important = false; ///< an unread notice of level 重要
    bool muted = false;
};

/// One state at a time: what is not true any more comes first, then what matters most.
TrayState trayStateOf(const Store &store, const TrayFacts &facts);

/// Drawn for 16, 22 and 32 px each, not scaled. `darkBar`: on a dark taskbar.
QIcon trayIcon(TrayState state, bool darkBar);

} // namespace pressboard::client
