// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/sync_folder.h"

#ifdef Q_OS_UNIX
#include <QFile>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_UNIX
void syncFolder(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}
#else
void syncFolder(const QString &)
{
}
#endif

} // namespace pressboard::server::platform
