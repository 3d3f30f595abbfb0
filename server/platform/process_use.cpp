// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/process_use.h"

#ifdef Q_OS_LINUX
#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#endif

namespace pressboard::server::platform {

#ifdef Q_OS_LINUX
namespace {

/// Of this process. Kept open: that no file can be opened any more is worth knowing, too.
QByteArray ownStat()
{
    static const int file = ::open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    constexpr qsizetype enough = 1024; // some fifty numbers
    QByteArray text(enough, Qt::Uninitialized);
    const ssize_t length = ::pread(file, text.data(), size_t(text.size()), 0);
    return length > 0 ? text.first(length) : QByteArray();
}

/// The name of the program, in parentheses, may have blanks: what follows it is numbered from 3.
QByteArray statField(const QByteArrayList &afterName, int number)
{
    return afterName.value(number - 3);
}

qint64 readBootTime()
{
    QFile file(QStringLiteral("/proc/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("btime "))
            return line.sliced(6).toLongLong();
    }
    return 0;
}

qint64 bootTime()
{
    static const qint64 time = readBootTime();
    return time;
}

std::chrono::milliseconds ofTicks(qint64 ticks)
{
    static const qint64 perSecond = ::sysconf(_SC_CLK_TCK);
    return std::chrono::milliseconds(ticks * 1000 / perSecond);
}

/// Kept open as that one is; it is one of them.
qint64 openFiles()
{
    static DIR *const folder = ::opendir("/proc/self/fd");
    if (!folder)
        return 0;
    ::rewinddir(folder);
    qint64 files = 0;
    while (const dirent *entry = ::readdir(folder))
        files += entry->d_name[0] != '.' ? 1 : 0;
    return files;
}

} // namespace

std::optional<ProcessUse> processUse()
{
    const QByteArray text = ownStat();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
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
