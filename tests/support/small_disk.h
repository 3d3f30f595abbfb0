// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

namespace pressboard::test {

/// A real file system in memory that is soon full. Only root may mount one: ask isMounted(), and
/// skip the test where it is not. Unmounted with the object; what was in it is gone.
class SmallDisk
{
public:
    /// `options` are those of tmpfs: "size=256k", "nr_inodes=4".
    explicit SmallDisk(const char *options)
        : m_mounted(::mount("tmpfs", place().constData(), "tmpfs", 0, options) == 0)
    {
    }

    /// Lazily: a process that still ends may have its folder there.
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(place().constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_mounted; }
    QString path(const QString &name) const { return m_dir.filePath(name); }

    void fill() const
    {
        QFile filler(path(QStringLiteral("filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const QByteArray block(4096, 'x');
        while (filler.write(block) == block.size()) { }
    }
    void makeRoom() const { QFile::remove(path(QStringLiteral("filler"))); }

private:
    QByteArray place() const { return QFile::encodeName(m_dir.path()); }

    QTemporaryDir m_dir;
    bool m_mounted;
};

} // namespace pressboard::test
