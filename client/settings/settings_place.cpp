// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_place.h"

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

QString notThere(const QString &path, const QString &andSo)
{
    //: 1: a file, 2: a sentence
    return SettingsPlace::tr("%1 is not there. %2").arg(QDir::toNativeSeparators(path), andSo);
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
        return isReadOnly(path) ? SettingsPlace{usualPath(), path}
                                : SettingsPlace{path, {}, {}, true};
    if (info.absoluteDir().exists())
        return {path, {}, notThere(path, tr("A new one is begun there.")), true};
    // A share that is not mounted yet must not leave a wall without its board.
    return {usualPath(),
            {},
            notThere(path, tr("Is the network drive connected? What this PC knew last is used."))};
}

} // namespace pressboard::client
