// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <memory>

class QLockFile;

namespace pressboard::server::platform {

/// One server a data directory: a lock on DIRECTORY/lock. On Unix it is a flock on a descriptor
/// that the private redis-server inherits, so that the directory stays taken until that child is
/// gone, too, even when its server was killed with -9. Elsewhere a QLockFile.
class DataDirLock
{
public:
    enum class Outcome {
        Held, ///< ours
        InUse, ///< another process has it: holderPid()
        Failed, ///< the lock file cannot be opened: errorText()
    };

    explicit DataDirLock(const QString &directory);
    ~DataDirLock();
    Q_DISABLE_COPY_MOVE(DataDirLock)

    /// Never waits. Held again when already held.
    Outcome tryLock();
    void unlock();

    /// To be inherited by the child; -1 when there is none.
    int descriptor() const { return m_descriptor; }
    /// After InUse: the server that took the lock; 0 when unknown.
    qint64 holderPid() const { return m_holderPid; }
    /// After Failed: the system's words.
    QString errorText() const { return m_errorText; }

private:
    Outcome failed(const QString &why);

    QString m_path;
    int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_lockFile;
    qint64 m_holderPid = 0;
    QString m_errorText;
};

} // namespace pressboard::server::platform
