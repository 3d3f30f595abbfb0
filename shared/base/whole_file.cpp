// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/whole_file.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace pressboard {

QString replaceFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWhole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.flush() && file.commit();
    return isWhole ? QString() : file.errorString();
}

bool hasRoomBeside(const QString &path, qint64 bytes)
{
    // Where a link leads to, that disk counts.
    const QString real = QFileInfo(path).canonicalFilePath();
    QTemporaryFile probe(QFileInfo(real.isEmpty() ? path : real).absolutePath()
                         + QStringLiteral("/.room-XXXXXX"));
    if (!probe.open())
        return true;
    return probe.write(QByteArray(bytes, '\0')) == bytes && probe.flush();
}

} // namespace pressboard
