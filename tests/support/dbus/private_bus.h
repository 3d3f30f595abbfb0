// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>

namespace pressboard::test {

/// A D-Bus of the test's own: no desktop of the one who runs it is asked for anything. Stopped at
/// the end.
class PrivateBus
{
public:
    PrivateBus() = default;
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    /// False when there is no dbus-daemon (Debian: the package dbus).
    bool start();
    QString address() const { return m_address; }
    /// A connection of this name; each is somebody else on the bus.
    QDBusConnection connection(const QString &name);
    /// Until everybody heard what was said before.
    void settle();

private:
    void ping(const QString &from, const QString &to);

    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

} // namespace pressboard::test
