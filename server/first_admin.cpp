// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/first_admin.h"

#include "server/auth/token.h"
#include "server/ops/logging.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace pressboard::server {

FirstAdmin::FirstAdmin(UserStore &store, const UserDirectory &users, const Clock &clock,
                       QString dataDir, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_users(users)
    , m_clock(clock)
    , m_dataDir(std::move(dataDir))
{
    connect(&m_store, &UserStore::loaded, this, &FirstAdmin::ensure);
}

QString FirstAdmin::tokenFile() const
{
    return m_dataDir + QStringLiteral("/admin.token");
}

void FirstAdmin::ensure()
{
    if (m_ensuring || !m_users.users().isEmpty())
        return;
    const QString code = token();
    if (code.isEmpty())
        return;
    m_ensuring = true;
    m_store.ensureAdmin(QStringLiteral("admin"), tokenHash(code.toUtf8()), m_clock.now(),
                        [this](const Result<bool> &added) {
                            m_ensuring = false;
                            if (!added)
                                qCWarning(lcAuth, "The first user cannot be written: %ls",
                                          qUtf16Printable(added.error().message));
                            if (added && *added)
                                qCInfo(lcAuth, "The first user is admin; its access code is in %ls",
                                       qUtf16Printable(tokenFile()));
                            if (added)
                                m_store.reload();
                        });
}

QString FirstAdmin::token()
{
    QFile existing(tokenFile());
    const QString kept = existing.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(existing.readAll()).trimmed()
        : QString();
    if (!kept.isEmpty())
        return kept;
    const QString fresh = newToken();
    QDir().mkpath(m_dataDir); // with a Redis of somebody else's nobody has needed it so far
    QSaveFile file(tokenFile());
    const bool opened = file.open(QIODevice::WriteOnly);
    // Narrowed before anything is in it.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(fresh.toUtf8() + '\n') < 0 || !file.commit()) {
        Q_EMIT failed(QStringLiteral("The first access code cannot be written to %1: %2")
                          .arg(tokenFile(), file.errorString()));
        return {};
    }
    return fresh;
}

} // namespace pressboard::server
