// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/tray/desktop_panel.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QTimer>

namespace pressboard::client {

/// The host of StatusNotifierItems, the way of the freedesktop.org desktops.
class DBusDesktopPanel final : public DesktopPanel
{
    Q_OBJECT
public:
    explicit DBusDesktopPanel(const QDBusConnection &bus,
                              std::chrono::milliseconds patience = DesktopPanel::patience);

    bool isAwaited() const override { return m_isAwaited; }

private Q_SLOTS: // named in a match on the bus, which knows no pointers to members
    void stopWaiting();

private:
    void ask();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QTimer m_patience;
    bool m_isAwaited;
};

} // namespace pressboard::client
