// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/process_use.h"

#ifdef Q_OS_LINUX
#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <unistd.h>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_LINUX
namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The name of the program, in parentheses, may have blanks: what follows it is numbered from 3.
QByteArray statField(const QByteArrayList &afterName, int number)
{
    return afterName.value(number - 3);
}

qint64 bootTime()
{
    for (const QByteArray &line : contents(QStringLiteral("/proc/stat")).split('\n')) {
        if (line.startsWith("btime "))
            return line.sliced(6).toLongLong();
    }
    return 0;
}

std::chrono::milliseconds ofTicks(qint64 ticks)
{
    static const qint64 perSecond = ::sysconf(_SC_CLK_TCK);
    return std::chrono::milliseconds(ticks * 1000 / perSecond);
}

qint64 openFiles()
{
    // One of them is the folder that is being read.
    return qint64(QDir(QStringLiteral("/proc/self/fd")).count()) - 2 - 1;
}

} // namespace

std::optional<ProcessUse> processUse()
{
    const QByteArray stat = contents(QStringLiteral("/proc/self/stat"));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 22)
        return std::nullopt;
    ProcessUse use;
    use.cpu = ofTicks(statField(fields, 14).toLongLong() + statField(fields, 15).toLongLong());
    use.started = std::chrono::seconds(bootTime()) + ofTicks(statField(fields, 22).toLongLong());
    use.virtualBytes = statField(fields, 23).toLongLong();
    use.residentBytes = statField(fields, 24).toLongLong() * ::sysconf(_SC_PAGESIZE);
    use.openFiles = openFiles();
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0)
        use.maxFiles = qint64(limit.rlim_cur);
    return use;
}
#else
std::optional<ProcessUse> processUse()
{
    return std::nullopt;
}
#endif

} // namespace pressboard::server::platform
