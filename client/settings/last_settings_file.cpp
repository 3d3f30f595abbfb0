// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/last_settings_file.h"

#include "client/settings/settings_place.h"
#include "shared/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {

namespace {

QString notePath()
{
    return QFileInfo(SettingsPlace::usualPath()).dir().filePath(QStringLiteral("last-settings"));
}

} // namespace

QString LastSettingsFile::read()
{
    QFile file(notePath());
    if (!file.open(QFile::ReadOnly))
        return {};
    const QString path = QString::fromUtf8(file.readAll()).trimmed();
    const QFileInfo named(path);
    return named.dir().exists() && !named.exists() ? QString() : path;
}

void LastSettingsFile::note(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (path == SettingsPlace::usualPath()) {
        QFile::remove(notePath());
        return;
    }
    QDir().mkpath(QFileInfo(notePath()).absolutePath());
    replaceFile(notePath(), path.toUtf8());
}

} // namespace pressboard::client
