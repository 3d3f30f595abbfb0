// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/dbus_color_scheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace pressboard::client {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

enum Preference : uint { None, Dark, Light }; ///< the portal's numbers

/// Read() wraps its answer once more than the signal does.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DBusColorScheme::DBusColorScheme(const QDBusConnection &bus)
    : m_bus(bus)
{
    m_bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                  SLOT(noteSetting(QString, QString, QDBusVariant)));
    ask();
}

void DBusColorScheme::ask()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    question.setArguments({appearance, colorScheme});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            take(QVariant::fromValue(reply.value()));
    });
}

void DBusColorScheme::noteSetting(const QString &space, const QString &key,
                                  const QDBusVariant &value)
{
    if (space == appearance && key == colorScheme)
        take(QVariant::fromValue(value));
}

void DBusColorScheme::take(const QVariant &value)
{
    const uint preference = unwrapped(value).toUInt();
    setDark(preference == None ? std::nullopt : std::optional(preference == Dark));
}

} // namespace pressboard::client
