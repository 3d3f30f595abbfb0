// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/screen_saver.h"

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QDBusServiceWatcher>
#include <QObject>

#include <optional>

namespace pressboard::client {

/// org.freedesktop.ScreenSaver, which GNOME, KDE, Xfce and others answer to. Never waits for it.
/// A desktop whose service is restarted has forgotten who asked, so it is asked again; where there
/// is no such service, it is asked once, and again when one comes. What it
/// grants after this object is gone is given back all the same.
class DBusScreenSaver final : public QObject, public ScreenSaver
{
    Q_OBJECT
public:
    explicit DBusScreenSaver(const QDBusConnection &bus);
    ~DBusScreenSaver() override;

    void inhibit(const QString &reason) override;
    void release() override;

private:
    void ask();
    void giveBack();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_reason; ///< empty: not wanted
    std::optional<QDBusPendingCall> m_asked; ///< the answer is on its way
    bool m_nobodyIsThere = false; ///< as the last answer said
    std::optional<quint32> m_cookie; ///< what gives the inhibition back
};

} // namespace pressboard::client
