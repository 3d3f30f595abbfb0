// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace pressboard::server::platform {

/// Tells the service manager (systemd) that the server serves, lives, and stops. Where none started
/// it, or there is no such thing, nothing is told.
class ServiceManager : public QObject
{
    Q_OBJECT
public:
    /// A server that waits for its Redis is started all the same after this time: whoever waits for
    /// it at boot must not wait for ever. The status says what it waits for.
    static constexpr std::chrono::seconds longestStart{30};

    explicit ServiceManager(QObject *parent = nullptr);

    /// The server answers; `status` is what "systemctl status" shows.
    void setReady(const QString &status);
    void setStopping();

private:
    void keepAlive();

    QTimer m_startLimit;
    QTimer m_alive;
    bool m_isReady = false;
};

} // namespace pressboard::server::platform
