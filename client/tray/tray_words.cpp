// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/tray_words.h"

namespace pressboard::client {

QString TrayWords::withTurns(const QString &state, int turns)
{
    if (turns == 0)
        return state;
    //: 1: the connection and what is known of it
    return tr("%1, %n step(s) for your turn", nullptr, turns).arg(state);
}

QString TrayWords::tooltip(const QString &state, int unread, const QString &mutedUntil)
{
    const bool muted = !mutedUntil.isEmpty();
    //: 1: the connection and what is known of it
    if (unread == 0 && !muted)
        return tr("Pressboard: %1").arg(state);
    if (unread == 0)
        return tr("Pressboard: %1; do not disturb until %2").arg(state, mutedUntil);
    if (!muted)
        return tr("Pressboard: %1; %n unread notice(s)", nullptr, unread).arg(state);
    return tr("Pressboard: %1; %n unread notice(s), do not disturb until %2", nullptr, unread)
        .arg(state, mutedUntil);
}

} // namespace pressboard::client
