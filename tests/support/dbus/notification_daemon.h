// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace pressboard::test {

/// A desktop's notification daemon, as org.freedesktop.Notifications has it; the test clicks.
class NotificationDaemon final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        QString icon;
        QString summary;
        QString body;
        QStringList actions; ///< key, words, key, words …
        QVariantMap hints;
        int milliseconds = 0;
    };

    explicit NotificationDaemon(const QDBusConnection &bus);
    ~NotificationDaemon() override;

    bool start();
    void stop(); ///< forgets all, as a daemon that is restarted does

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};
    QHash<uint, Shown> shown; ///< what stands on the screen
    uint given = 0; ///< the last id
    bool refuses = false; ///< everything, with an error

    void click(uint id, const QString &action = QStringLiteral("default"));
    void dismiss(uint id);

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &icon,
                             const QString &summary, const QString &body,
                             const QStringList &actions, const QVariantMap &hints, int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

private:
    enum Reason : uint { Expired = 1, Dismissed, Closed };

    void say(const QString &signal, const QVariantList &arguments);

    QDBusConnection m_bus;
};

} // namespace pressboard::test
