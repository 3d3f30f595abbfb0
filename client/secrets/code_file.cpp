// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/code_file.h"

#include <QDir>
#include <QFile>

namespace pressboard::client {

CodeFile::CodeFile(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_next(scheduler, [this] { look(); })
{
}

void CodeFile::watch(const QString &path)
{
    m_path = path;
    m_code.clear();
    m_next.stop();
    if (isWatched())
        look();
}

void CodeFile::look()
{
    m_next.start(interval);
    const Result<QString> code = read();
    if (!code)
        Q_EMIT failed(code.error().message);
    else if (*code != m_code)
        Q_EMIT found(m_code = *code);
}

Result<QString> CodeFile::read() const
{
    QFile file(m_path);
    const QString shown = QDir::toNativeSeparators(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{tr("The access code cannot be read from %1: %2. The line code-file in the "
                        "settings names it.")
                         .arg(shown, file.errorString())};
    }
    const QString code = QString::fromUtf8(file.read(mostBytes)).trimmed();
    if (code.isEmpty() || code.contains(u'\n'))
        return Error{
            tr("There is no access code in %1: it must be all that is in the file.").arg(shown)};
    return code;
}

} // namespace pressboard::client
