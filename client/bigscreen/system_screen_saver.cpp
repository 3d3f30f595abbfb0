// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who darkens a screen on this system.
#include "client/bigscreen/screen_savers.h"
#ifdef PRESSBOARD_DBUS
#include "client/bigscreen/dbus_screen_saver.h"
#endif
#ifdef PRESSBOARD_XCB_SCREENSAVER
#include "client/bigscreen/x_screen_saver.h"

#include <QGuiApplication>
#endif

namespace pressboard::client {

std::unique_ptr<ScreenSaver> ScreenSaver::ofSystem()
{
    auto savers = std::make_unique<ScreenSavers>();
#ifdef PRESSBOARD_DBUS
    savers->add(std::make_unique<DBusScreenSaver>(QDBusConnection::sessionBus()));
#endif
#ifdef PRESSBOARD_XCB_SCREENSAVER
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 != nullptr && x11->connection() != nullptr)
        savers->add(std::make_unique<XScreenSaver>(x11->connection()));
#endif
    return savers;
}

} // namespace pressboard::client
