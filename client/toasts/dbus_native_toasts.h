// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/native_toasts.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QStringList>

#include <chrono>
#include <optional>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace pressboard::client {

/// org.freedesktop.Notifications, which every Linux desktop answers to. Never waits for it. A
/// daemon that is restarted has forgotten what it showed: what must be seen is dropped() then.
class DBusNativeToasts final : public NativeToasts
{
    Q_OBJECT
public:
    /// `patience`: how long the daemon may take to say that it has a toast.
    explicit DBusNativeToasts(const QDBusConnection &bus,
                              std::chrono::milliseconds patience = std::chrono::seconds(3));
    /// Takes everything back: a click would lead nowhere.
    ~DBusNativeToasts() override;

    bool isAvailable() const override { return m_capabilities.has_value(); }
    void show(const Toast &toast) override;
    void withdraw(const QString &noticeId) override;
    QStringList noticesInSight() const override;

private Q_SLOTS: // named in matches on the bus, which know no pointers to members
    void act(uint id, const QString &action);
    void forget(uint id);
    void keepActivationToken(uint id, const QString &token);

private:
    /// A toast the daemon has, or is being given.
    struct Standing
    {
        quint64 serial; ///< ours, known before the daemon's id
        uint id; ///< the daemon's; 0 until it answered
        Toast toast;
        bool closing; ///< to be closed as soon as the daemon says its id
    };

    void listen();
    void ask();
    void lose();
    QVariantList argumentsFor(const Toast &toast) const;
    QStringList actionsFor(const Toast &toast) const;
    void settle(quint64 serial, QDBusPendingCallWatcher &answer);
    uint replaced(const Toast &toast);
    void close(qsizetype at);
    qsizetype indexOf(uint id) const;
    bool can(const QString &capability) const;

    QDBusConnection m_bus;
    const std::chrono::milliseconds m_patience;
    QDBusServiceWatcher m_watcher;
    std::optional<QStringList> m_capabilities; ///< null: nobody is there
    quint64 m_lastSerial = 0;
    QList<Standing> m_standing;
};

} // namespace pressboard::client
