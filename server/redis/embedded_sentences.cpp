// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/embedded_sentences.h"

#include "server/platform/data_dir.h"

namespace pressboard::server::redis::embedded_sentences {

static QString diskFull(const QString &dataDir, const QString &whatThen)
{
    return QStringLiteral("The disk that holds the data directory %1 is full: make room; %2.")
        .arg(dataDir, whatThen);
}

/// A Redis that runs when the disk fills up writes a part, and says no more than that.
static bool redisFoundDiskFull(const QString &said)
{
    return platform::saysDiskFull(said)
        || said.contains(QLatin1StringView("Short write while writing to the AOF"))
        || (said.contains(QLatin1StringView("Can't recover from AOF write error"))
            && !said.contains(QLatin1StringView("Error writing to the AOF file")));
}

QString pathTooLong(const QString &socketPath, qsizetype bytes, int limit)
{
    return QStringLiteral("The path of the private Redis' socket, %1, has %2 bytes, and the system "
                          "takes less than %3: choose a shorter --data-dir.")
        .arg(socketPath)
        .arg(bytes)
        .arg(limit);
}

QString notWritable(const QString &dataDir, const QString &system)
{
    if (platform::saysDiskFull(system))
        return diskFull(dataDir, QStringLiteral("then start pressboard-server again"));
    return QStringLiteral("The data directory %1 cannot be written (%2): make it belong to this "
                          "user, or choose another one with --data-dir.")
        .arg(dataDir, system);
}

QString inUse(const QString &dataDir, qint64 pid)
{
    const QString who = pid > 0 ? QStringLiteral(" (pid %1)").arg(pid) : QString();
    return QStringLiteral("The data directory %1 is in use by another pressboard-server%2: stop "
                          "that one, or give this one another --data-dir.")
        .arg(dataDir, who);
}

QString notInstalled(const QString &program)
{
    return QStringLiteral(
               "%1 is not installed: apt install redis-server and systemctl disable --now "
               "redis-server (ours needs no service), or use a Redis that runs "
               "elsewhere with --redis redis://host:port.")
        .arg(program);
}

QString ended(const QString &dataDir, const QStringList &lastLines, const QString &how)
{
    const QString said = lastLines.join(u'\n');
    if (redisFoundDiskFull(said))
        return diskFull(dataDir, QStringLiteral("the private Redis comes back by itself"));
    if (said.contains(QLatin1StringView("Read-only file system")))
        return notWritable(dataDir, QStringLiteral("Read-only file system"));
    if (said.contains(QLatin1StringView("Permission denied")))
        return notWritable(dataDir, QStringLiteral("Permission denied"));
    if (said.contains(QLatin1StringView("Bad file format reading the append only file"))) {
        return QStringLiteral("The append-only file in %1 is damaged: keep a copy of that "
                              "directory, then mend the file with redis-check-aof --fix.")
            .arg(dataDir);
    }
    if (lastLines.isEmpty())
        return QStringLiteral("The private Redis ended (%1).").arg(how);
    return QStringLiteral("The private Redis ended (%1); it said last: %2")
        .arg(how, lastLines.constLast());
}

} // namespace pressboard::server::redis::embedded_sentences
