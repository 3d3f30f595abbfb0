// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/color_scheme.h"

#include <QDBusConnection>
#include <QDBusVariant>

namespace pressboard::client {

/// The portal's settings (org.freedesktop.portal.Settings), which GNOME, KDE, Xfce and others
/// answer to.
class DBusColorScheme final : public ColorScheme
{
    Q_OBJECT
public:
    explicit DBusColorScheme(const QDBusConnection &bus);

private Q_SLOTS:
    void noteSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    QDBusConnection m_bus;
};

} // namespace pressboard::client
