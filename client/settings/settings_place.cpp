// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace pressboard::client {

namespace {

/// Also where the system would let this user write all the same, as root: whoever took the
/// permission away meant it.
bool isReadOnly(const QString &path)
{
    const auto anybodys = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    if (!(QFile::permissions(path) & anybodys))
        return true;
    return !QFile(path).open(QFile::ReadWrite | QFile::ExistingOnly);
}

} // namespace

QString SettingsPlace::usualPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder + QStringLiteral("/pressboard/pressboard.ini");
}

SettingsPlace SettingsPlace::of(const QString &file)
{
    if (file.isEmpty())
        return {usualPath()};
    const QFileInfo info(file);
    const QString path = info.absoluteFilePath();
    if (info.isFile())
        return isReadOnly(path) ? SettingsPlace{usualPath(), path} : SettingsPlace{path};
    if (info.absoluteDir().exists())
        return {path};
    // A share that is not mounted yet must not leave a wall without its board.
    return {usualPath(),
            {},
            QCoreApplication::translate(
                "SettingsPlace",
                "%1 is not there. Is the network drive connected? What this PC knew last is used.")
                .arg(QDir::toNativeSeparators(path))};
}

} // namespace pressboard::client
