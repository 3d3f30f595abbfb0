// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/tray/dbus_desktop_panel.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace pressboard::client {

namespace {

/// Each desktop's, whatever the name says.
const QString service = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString path = QStringLiteral("/StatusNotifierWatcher");

} // namespace

DBusDesktopPanel::DBusDesktopPanel(const QDBusConnection &bus, std::chrono::milliseconds patience)
    : m_bus(bus)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForRegistration)
    , m_isAwaited(bus.isConnected())
{
    if (!m_isAwaited)
        return;
    m_patience.setSingleShot(true);
    m_patience.callOnTimeout(this, &DBusDesktopPanel::stopWaiting);
    m_patience.start(patience);
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &DBusDesktopPanel::ask);
    m_bus.connect(service, path, service, QStringLiteral("StatusNotifierHostRegistered"), this,
                  SLOT(stopWaiting()));
    ask();
}

/// The watcher may be there before the panel that draws what it lists.
void DBusDesktopPanel::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments({service, QStringLiteral("IsStatusNotifierHostRegistered")});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError() && reply.value().variant().toBool())
            stopWaiting();
    });
}

void DBusDesktopPanel::stopWaiting()
{
    m_patience.stop();
    if (std::exchange(m_isAwaited, false))
        Q_EMIT came();
}

std::unique_ptr<DesktopPanel> DesktopPanel::ofSystem()
{
    return std::make_unique<DBusDesktopPanel>(QDBusConnection::sessionBus());
}

} // namespace pressboard::client
