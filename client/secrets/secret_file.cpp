// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/secret_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr qint64 longest = 4096; ///< bytes; a code has a few dozen

} // namespace

QString SecretFile::pathFor(const QString &name)
{
    const QFileInfo info(name);
    return info.absolutePath() + u'/' + info.completeBaseName() + QStringLiteral(".code");
}

void SecretFile::read(const QString &name, Found found)
{
    QFile file(pathFor(name));
    if (!file.exists())
        found(QString());
    else if (file.open(QFile::ReadOnly))
        found(QString::fromUtf8(file.read(longest)).trimmed());
    else
        found(Error{tr("%1 could not be read: %2.")
                        .arg(QDir::toNativeSeparators(file.fileName()), file.errorString())});
}

/// A new file beside the old one, then in its place: a full disk must not take the code away.
void SecretFile::write(const QString &name, const QString &secret, Written written)
{
    const QString path = pathFor(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path + QStringLiteral(".new"));
    file.remove(); // its rights may be others
    const QByteArray bytes = secret.toUtf8();
    const bool whole =
        file.open(QFile::WriteOnly, ownerOnly) && file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (whole && (!QFile::exists(path) || QFile::remove(path)) && file.rename(path))
        return written(std::nullopt);
    written(Error{tr("%1 could not be written: %2.")
                      .arg(QDir::toNativeSeparators(path), file.errorString())});
    file.remove();
}

void SecretFile::remove(const QString &name)
{
    QFile::remove(pathFor(name));
}

} // namespace pressboard::client
