// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dbus/notification_daemon.h"

#include <QDBusMessage>

namespace pressboard::test {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

NotificationDaemon::NotificationDaemon(const QDBusConnection &bus)
    : m_bus(bus)
{
}

NotificationDaemon::~NotificationDaemon()
{
    stop();
}

bool NotificationDaemon::start()
{
    return m_bus.registerObject(path, this, QDBusConnection::ExportScriptableSlots)
        && m_bus.registerService(service);
}

void NotificationDaemon::stop()
{
    m_bus.unregisterService(service);
    m_bus.unregisterObject(path);
    shown.clear();
}

uint NotificationDaemon::Notify(const QString &, uint replaces, const QString &icon,
                                const QString &summary, const QString &body,
                                const QStringList &actions, const QVariantMap &hints, int timeout)
{
    if (refuses) {
        sendErrorReply(QStringLiteral("org.freedesktop.DBus.Error.LimitsExceeded"),
                       QStringLiteral("The screen is full"));
        return 0;
    }
    const uint id = replaces != 0 ? replaces : ++given;
    shown.insert(id, {icon, summary, body, actions, hints, timeout});
    return id;
}

void NotificationDaemon::CloseNotification(uint id)
{
    if (shown.remove(id))
        say(QStringLiteral("NotificationClosed"), {id, uint(Closed)});
}

/// Real ones close what is clicked, unless it is resident.
void NotificationDaemon::click(uint id, const QString &action)
{
    say(QStringLiteral("ActivationToken"), {id, QStringLiteral("token-%1").arg(id)});
    say(QStringLiteral("ActionInvoked"), {id, action});
    if (!shown.value(id).hints.value(QStringLiteral("resident")).toBool())
        dismiss(id);
}

void NotificationDaemon::dismiss(uint id)
{
    shown.remove(id);
    say(QStringLiteral("NotificationClosed"), {id, uint(Dismissed)});
}

void NotificationDaemon::say(const QString &signal, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createSignal(path, service, signal);
    message.setArguments(arguments);
    m_bus.send(message);
}

} // namespace pressboard::test
