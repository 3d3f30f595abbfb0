// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/dbus_screen_saver.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace pressboard::client {

namespace {

const QString service = QStringLiteral("org.freedesktop.ScreenSaver");

QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, QStringLiteral("/org/freedesktop/ScreenSaver"), service, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DBusScreenSaver::DBusScreenSaver(const QDBusConnection &bus)
    : m_bus(bus)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForRegistration)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_cookie.reset();
        m_asking = false;
        ask();
    });
}

DBusScreenSaver::~DBusScreenSaver()
{
    giveBack();
}

void DBusScreenSaver::inhibit(const QString &reason)
{
    m_reason = reason;
    ask();
}

void DBusScreenSaver::release()
{
    m_reason.clear();
    giveBack();
}

void DBusScreenSaver::ask()
{
    if (m_reason.isEmpty() || m_asking || m_cookie)
        return;
    m_asking = true;
    const QDBusPendingCall asked =
        m_bus.asyncCall(call(QStringLiteral("Inhibit"), {QStringLiteral("Pressboard"), m_reason}));
    auto *answer = new QDBusPendingCallWatcher(asked, this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        m_asking = false;
        const QDBusPendingReply<quint32> reply = *answer;
        if (reply.isError())
            return; // nobody there: asked again when somebody comes
        m_cookie = reply.value();
        if (m_reason.isEmpty())
            giveBack(); // released while the answer was on its way
    });
}

void DBusScreenSaver::giveBack()
{
    if (m_cookie)
        m_bus.send(call(QStringLiteral("UnInhibit"), {*m_cookie}));
    m_cookie.reset();
}

std::unique_ptr<ScreenSaver> ScreenSaver::ofSystem()
{
    return std::make_unique<DBusScreenSaver>(QDBusConnection::sessionBus());
}

} // namespace pressboard::client
