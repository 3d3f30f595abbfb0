// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pressboard::server::redis {

/// The private Redis' append-only files: a list of them (the manifest) beside what it lists. Redis
/// takes a directory without the list for an empty one, and begins anew beside the shop's data.
class AppendOnlyFiles
{
public:
    /// Looks at them, in this data directory, as they are now.
    explicit AppendOnlyFiles(const QString &dataDir);

    bool exist() const { return !m_bases.isEmpty() || !m_increments.isEmpty(); }
    /// There is data, and no list of it, or an empty one.
    bool lackManifest() const;
    QString directory() const { return m_directory; }
    QString manifest() const; ///< its path
    /// The shell command that writes the list anew; empty when it cannot be told from the names of
    /// the files which of them belong to it.
    QString mendingCommand() const;

private:
    QString m_directory;
    QStringList m_bases; ///< names, oldest first
    QStringList m_increments;
};

} // namespace pressboard::server::redis
