// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/server_authorities.h"

#include "client/settings/setting_keys.h"
#include "client/settings/settings.h"
#include "shared/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {
namespace {

/// Empty when there is none that can be read.
QByteArray certificatesIn(const QString &path)
{
    constexpr qint64 mostBytes = 1 << 20; // whoever names a disk image does not stop the program
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QFile::ReadOnly))
        return {};
    const QByteArray bytes = file.read(mostBytes);
    return QSslCertificate::fromData(bytes).isEmpty() ? QByteArray() : bytes;
}

} // namespace

ServerAuthorities::ServerAuthorities(Settings &settings)
    : m_settings(settings)
{
}

QString ServerAuthorities::ownFile() const
{
    const QFileInfo settings(m_settings.path());
    return settings.absoluteDir().filePath(settings.completeBaseName() + QStringLiteral("-ca.pem"));
}

QList<QSslCertificate> ServerAuthorities::own() const
{
    const QString named = m_settings.authorityFile();
    if (named.isEmpty())
        return {};
    const QByteArray bytes = certificatesIn(named);
    const QByteArray kept = certificatesIn(ownFile());
    if (!bytes.isEmpty() && bytes != kept)
        replaceFile(ownFile(), bytes); // a disk without room leaves the one that is there
    return QSslCertificate::fromData(bytes.isEmpty() ? kept : bytes);
}

QSslConfiguration ServerAuthorities::tls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    const QList<QSslCertificate> authorities = own();
    if (authorities.isEmpty())
        return tls;
    if (m_systems.isEmpty())
        m_systems = QSslConfiguration::systemCaCertificates();
    tls.setCaCertificates(m_systems + authorities);
    return tls;
}

bool ServerAuthorities::mayTrust() const
{
    return !m_settings.isRolledOut(key::authorities);
}

/// Beside those who were believed before: the server's next certificate may be an older one's.
QString ServerAuthorities::trust(const QSslCertificate &authority)
{
    if (!mayTrust())
        return tr("Who vouches for the server is said by the settings file that was rolled out to "
                  "this PC. Ask your admin to name the authority's file there.");
    QList<QSslCertificate> all = own();
    if (!all.contains(authority))
        all.append(authority);
    QByteArray pem;
    for (const QSslCertificate &certificate : std::as_const(all))
        pem += certificate.toPem();
    if (const QString problem = replaceFile(ownFile(), pem); !problem.isEmpty())
        //: 1: a path, 2: the system's words
        return tr("Whom to believe could not be written to %1: %2.")
            .arg(QDir::toNativeSeparators(ownFile()), problem);
    m_settings.setAuthorityFile(QFileInfo(ownFile()).fileName());
    return {};
}

} // namespace pressboard::client
