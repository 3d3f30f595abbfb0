// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace pressboard::test {

/// The stand-in for a desktop's tray, a process on a bus (tray_host/main.cpp). Ended with this.
class TrayHost
{
public:
    TrayHost() = default;
    ~TrayHost();
    TrayHost(const TrayHost &) = delete;
    TrayHost &operator=(const TrayHost &) = delete;

    /// True once programs find it on the bus of this address.
    bool start(const QString &busAddress) { return run(busAddress, {}); }
    /// The same of the watcher; the panel that draws what it lists comes with bringPanel().
    bool startWithoutPanel(const QString &busAddress);
    void bringPanel();
    void stop();

private:
    bool run(const QString &busAddress, const QStringList &arguments);

    QProcess m_process;
};

} // namespace pressboard::test
