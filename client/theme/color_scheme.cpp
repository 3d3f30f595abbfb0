// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/color_scheme.h"
#ifdef PRESSBOARD_DBUS
#include "client/theme/dbus_color_scheme.h"
#endif

namespace pressboard::client {

void ColorScheme::setDark(std::optional<bool> dark)
{
    if (dark == m_isDark)
        return;
    m_isDark = dark;
    Q_EMIT changed();
}

std::unique_ptr<ColorScheme> ColorScheme::ofSystem()
{
#ifdef PRESSBOARD_DBUS
    return std::make_unique<DBusColorScheme>(QDBusConnection::sessionBus());
#else
    return std::make_unique<ColorScheme>();
#endif
}

} // namespace pressboard::client
