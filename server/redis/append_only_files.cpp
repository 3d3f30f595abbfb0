// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/append_only_files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pressboard::server::redis {

namespace {

/// "appendonly.aof.12.incr.aof" → 12
int sequenceOf(const QString &name)
{
    return name.section(u'.', 2, 2).toInt();
}

QStringList inOrder(QStringList names)
{
    std::ranges::sort(names, {}, sequenceOf);
    return names;
}

/// As Redis writes it: b is a base, i what was appended to it.
QString manifestLine(const QString &name, QChar kind)
{
    return QStringLiteral("'file %1 seq %2 type %3'").arg(name).arg(sequenceOf(name)).arg(kind);
}

} // namespace

AppendOnlyFiles::AppendOnlyFiles(const QString &dataDir)
    : m_directory(dataDir + QStringLiteral("/appendonlydir"))
{
    const QDir directory(m_directory);
    m_bases = inOrder(directory.entryList({QStringLiteral("appendonly.aof.*.base.*")}));
    m_increments = inOrder(directory.entryList({QStringLiteral("appendonly.aof.*.incr.aof")}));
}

QString AppendOnlyFiles::manifest() const
{
    return m_directory + QStringLiteral("/appendonly.aof.manifest");
}

bool AppendOnlyFiles::lackManifest() const
{
    return !(m_bases.isEmpty() && m_increments.isEmpty()) && QFileInfo(manifest()).size() == 0;
}

QString AppendOnlyFiles::mendingCommand() const
{
    if (m_bases.size() != 1)
        return {};
    QStringList lines{manifestLine(m_bases.first(), u'b')};
    for (const QString &name : m_increments)
        lines << manifestLine(name, u'i');
    return QStringLiteral("printf '%s\\n' ") + lines.join(u' ') + QStringLiteral(" > '")
        + manifest() + u'\'';
}

} // namespace pressboard::server::redis
