// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/backup/backup_file.h"

#include "server/platform/sync_folder.h"

#include <QFileInfo>
#include <QSaveFile>

namespace pressboard::server::ctl {

std::optional<Error> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Before the first byte: hashes of access codes are none of others' business.
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit()) {
        platform::syncFolder(QFileInfo(path).absolutePath());
        return std::nullopt;
    }
    return Error{QStringLiteral("Cannot write %1: %2").arg(path, file.errorString())};
}

} // namespace pressboard::server::ctl
