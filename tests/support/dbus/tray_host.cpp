// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dbus/tray_host.h"

namespace pressboard::test {

TrayHost::~TrayHost()
{
    stop();
}

bool TrayHost::startWithoutPanel(const QString &busAddress)
{
    return run(busAddress, {QStringLiteral("--without-panel")});
}

void TrayHost::bringPanel()
{
    m_process.write("p");
}

bool TrayHost::run(const QString &busAddress, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), busAddress);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(PRESSBOARD_TRAY_HOST), arguments);
    return m_process.waitForStarted() && m_process.waitForReadyRead();
}

void TrayHost::stop()
{
    m_process.closeWriteChannel(); // that ends it
    m_process.waitForFinished();
}

} // namespace pressboard::test
