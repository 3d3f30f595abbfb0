// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/data_dir_lock.h"

#include <QLockFile>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace pressboard::server::platform {

DataDirLock::DataDirLock(const QString &directory)
    : m_path(directory + QStringLiteral("/lock"))
{
}

DataDirLock::~DataDirLock()
{
    unlock();
}

DataDirLock::Outcome DataDirLock::failed(const QString &why)
{
    m_errorText = why;
    return Outcome::Failed;
}

#ifdef Q_OS_UNIX
namespace {

qint64 readPid(int descriptor)
{
    char text[32] = {};
    const auto length = ::pread(descriptor, text, sizeof text, 0);
    return length > 0 ? QByteArrayView(text, length).trimmed().toLongLong() : 0;
}

bool writePid(int descriptor)
{
    const QByteArray text = QByteArray::number(qint64(::getpid())) + '\n';
    return ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, text.constData(), size_t(text.size()), 0) == text.size();
}

} // namespace

DataDirLock::Outcome DataDirLock::tryLock()
{
    if (m_descriptor >= 0)
        return Outcome::Held;
    const int descriptor =
        ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failed(qt_error_string(errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        m_holderPid = readPid(descriptor);
        ::close(descriptor);
        return error == EWOULDBLOCK ? Outcome::InUse : failed(qt_error_string(error));
    }
    if (!writePid(descriptor)) {
        const QString why = qt_error_string(errno);
        ::close(descriptor);
        return failed(why);
    }
    m_descriptor = descriptor;
    return Outcome::Held;
}

void DataDirLock::unlock()
{
    // Closed, not LOCK_UN: that would release it for a child that still holds it, too.
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}
#else
DataDirLock::Outcome DataDirLock::tryLock()
{
    if (m_lockFile && m_lockFile->isLocked())
        return Outcome::Held;
    m_lockFile = std::make_unique<QLockFile>(m_path);
    m_lockFile->setStaleLockTime(0);
    if (m_lockFile->tryLock(0))
        return Outcome::Held;
    if (m_lockFile->error() != QLockFile::LockFailedError)
        return failed(QStringLiteral("the lock file cannot be written"));
    QString host;
    QString program;
    m_lockFile->getLockInfo(&m_holderPid, &host, &program);
    return Outcome::InUse;
}

void DataDirLock::unlock()
{
    m_lockFile.reset();
}
#endif

} // namespace pressboard::server::platform
