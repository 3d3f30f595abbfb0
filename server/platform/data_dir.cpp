// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/data_dir.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace pressboard::server::platform {

// Not QDir::mkpath(): it does not say why it failed.
QString makeDataDir(const QString &path)
{
    const std::filesystem::path directory(path.toStdU16String());
    std::error_code error;
    if (std::filesystem::is_directory(directory, error))
        return {};
    std::filesystem::create_directories(directory, error);
    if (error)
        return qt_error_string(error.value());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

bool saysDiskFull(const QString &words)
{
    QStringList signs{qt_error_string(ENOSPC), QStringLiteral("No space left on device"),
                      QStringLiteral("Disk quota exceeded")};
#ifdef EDQUOT
    signs << qt_error_string(EDQUOT);
#endif
    return std::any_of(signs.cbegin(), signs.cend(),
                       [&words](const QString &sign) { return words.contains(sign); });
}

} // namespace pressboard::server::platform
