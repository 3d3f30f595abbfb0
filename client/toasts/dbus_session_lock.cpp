// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/dbus_session_lock.h"

namespace pressboard::client {

DBusSessionLock::DBusSessionLock(QDBusConnection bus)
{
    for (const char *interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                  "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"})
        bus.connect({}, {}, QString::fromLatin1(interface), QStringLiteral("ActiveChanged"), this,
                    SLOT(setLocked(bool)));
}

} // namespace pressboard::client
