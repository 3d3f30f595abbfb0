// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/embedded_sentences.h"

#include "server/platform/data_dir.h"

#include <QRegularExpression>

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

QString noManifest(const AppendOnlyFiles &files)
{
    const QString command = files.mendingCommand();
    return QStringLiteral(
               "The private Redis' data is in %1, but its list, appendonly.aof.manifest, "
               "is gone or empty, and Redis would begin with nothing. Keep a copy of "
               "that directory, then %2.")
        .arg(files.directory(),
             command.isEmpty() ? QStringLiteral("put the list back from a backup")
                               : QStringLiteral("write the list anew: ") + command);
}

/// What follows `mark`, up to the next space.
static QString nameBehind(const QString &said, QLatin1StringView mark)
{
    const qsizetype at = said.indexOf(mark);
    return at < 0
        ? QString()
        : said.mid(at + mark.size()).section(QRegularExpression(QStringLiteral("[\\s:]")), 0, 0);
}

/// What of its files Redis cannot read; empty: that is not why it ended.
static QString damageFoundIn(const QString &said, const AppendOnlyFiles &files)
{
    const QString keep = QStringLiteral("Keep a copy of that directory, then ");
    if (said.contains(QLatin1StringView("Bad file format reading the append only file"))) {
        return QStringLiteral("The append-only file in %1 is damaged. %2mend it, which gives up "
                              "what stands behind the damage: redis-check-aof --fix '%3'.")
            .arg(files.directory(), keep, files.manifest());
    }
    if (said.contains(QLatin1StringView("AOF MANIFEST FILE ERROR"))
        || said.contains(QLatin1StringView("AOF manifest")))
        return noManifest(files);
    if (said.contains(QLatin1StringView("Internal error in RDB reading"))
        || said.contains(QLatin1StringView("Short read or OOM loading DB"))) {
        return QStringLiteral("The base file of the private Redis' data in %1 is damaged, and "
                              "nothing mends it. Put that directory back from a backup; without "
                              "one, begin anew and import the orders: mv '%1' '%1.damaged'.")
            .arg(files.directory());
    }
    const QString lost = nameBehind(said, QLatin1StringView("Unable to obtain the AOF file "));
    if (!lost.isEmpty()) {
        return QStringLiteral("The file %1 of the private Redis' data in %2 is gone. Put it back "
                              "from a backup; without one, give up what it held: "
                              "sed -i '/%1/d' '%3'.")
            .arg(lost, files.directory(), files.manifest());
    }
    return {};
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
    if (const QString damage = damageFoundIn(said, AppendOnlyFiles(dataDir)); !damage.isEmpty())
        return damage;
    if (lastLines.isEmpty())
        return QStringLiteral("The private Redis ended (%1).").arg(how);
    return QStringLiteral("The private Redis ended (%1); it said last: %2")
        .arg(how, lastLines.constLast());
}

} // namespace pressboard::server::redis::embedded_sentences
