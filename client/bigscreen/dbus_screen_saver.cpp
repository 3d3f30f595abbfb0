// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/dbus_screen_saver.h"

#include <QCoreApplication>
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

QDBusMessage unInhibit(quint32 cookie)
{
    return call(QStringLiteral("UnInhibit"), {cookie});
}

/// There is no such service, nor will there be before it registers.
bool saysNobodyIsThere(const QDBusError &error)
{
    return error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected
        || error.type() == QDBusError::UnknownObject || error.type() == QDBusError::UnknownMethod
        || error.type() == QDBusError::UnknownInterface;
}

/// A screen that was asked to stay on would stay on until the program ends.
void giveBackWhenAnswered(const QDBusPendingCall &asked, const QDBusConnection &bus)
{
    auto *answer = new QDBusPendingCallWatcher(asked, QCoreApplication::instance());
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, answer, [answer, bus] {
        answer->deleteLater();
        const QDBusPendingReply<quint32> reply = *answer;
        if (!reply.isError())
            bus.send(unInhibit(reply.value()));
    });
}

} // namespace

DBusScreenSaver::DBusScreenSaver(const QDBusConnection &bus)
    : m_bus(bus)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForRegistration)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_cookie.reset();
        m_asked.reset();
        m_nobodyIsThere = false;
        ask();
    });
}

DBusScreenSaver::~DBusScreenSaver()
{
    giveBack();
    if (m_asked)
        giveBackWhenAnswered(*m_asked, m_bus);
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
    if (m_reason.isEmpty() || m_asked || m_cookie || m_nobodyIsThere)
        return;
    m_asked =
        m_bus.asyncCall(call(QStringLiteral("Inhibit"), {QStringLiteral("Pressboard"), m_reason}));
    auto *answer = new QDBusPendingCallWatcher(*m_asked, this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        m_asked.reset();
        const QDBusPendingReply<quint32> reply = *answer;
        if (reply.isError()) {
            m_nobodyIsThere = saysNobodyIsThere(reply.error());
            return; // if somebody is, the next inhibit() asks again
        }
        m_cookie = reply.value();
        if (m_reason.isEmpty())
            giveBack(); // released while the answer was on its way
    });
}

void DBusScreenSaver::giveBack()
{
    if (m_cookie)
        m_bus.send(unInhibit(*m_cookie));
    m_cookie.reset();
}

} // namespace pressboard::client
