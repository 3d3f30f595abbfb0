// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/autostart.h"

#include "client/startup/desktop_entry.h"
#include "client/startup/run_key.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace pressboard::client {

std::unique_ptr<Autostart> Autostart::ofSystem(const QStringList &command)
{
#if defined(Q_OS_WIN)
    return std::make_unique<RunKey>(RunKey::ofUser(), command);
#else
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::make_unique<DesktopEntry>(config + QStringLiteral("/autostart"), command);
#endif
}

QStringList Autostart::ownCommand(const QString &settingsFile)
{
    // An AppImage runs from a mount that is another one tomorrow.
    const QString image = qEnvironmentVariable("APPIMAGE");
    QStringList command{image.isEmpty() ? QCoreApplication::applicationFilePath() : image};
    if (!settingsFile.isEmpty())
        command << QStringLiteral("--settings") << QFileInfo(settingsFile).absoluteFilePath();
    return command << QStringLiteral("--at-login");
}

} // namespace pressboard::client
