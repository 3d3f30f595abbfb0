// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/data_dir.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace pressboard::server::platform {

namespace {

constexpr auto ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto others = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
constexpr auto groupWrites = QFile::WriteGroup;

/// What a server or its Redis leaves behind; an empty one may become anything.
bool isOurs(const QDir &directory)
{
    static const QStringList marks{QStringLiteral("lock"), QStringLiteral("admin.token"),
                                   QStringLiteral("had-users"), QStringLiteral("redis.sock"),
                                   QStringLiteral("appendonlydir")};
    const auto isThere = [&directory](const QString &mark) { return directory.exists(mark); };
    return directory.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
        || std::any_of(marks.cbegin(), marks.cend(), isThere);
}

/// An existing one that others may look into, or write. A group may read where somebody wanted
/// that. What holds other things, such as /tmp, is not ours to close.
QString close(const QString &path)
{
    if (!(QFile::permissions(path) & (others | groupWrites)))
        return {};
    if (!isOurs(QDir(path))) {
        return QStringLiteral("it is open to others and holds other things; \"chmod 700\" it, or "
                              "name an empty one");
    }
    QFile directory(path);
    if (directory.setPermissions(ours))
        return {};
    return QStringLiteral("it is open to others: ") + directory.errorString();
}

} // namespace

// Not QDir::mkpath(): it does not say why it failed.
QString makeDataDir(const QString &path)
{
    const std::filesystem::path directory(path.toStdU16String());
    std::error_code error;
    if (std::filesystem::is_directory(directory, error))
        return close(path);
    std::filesystem::create_directories(directory, error);
    if (error)
        return qt_error_string(error.value());
    QFile::setPermissions(path, ours);
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
