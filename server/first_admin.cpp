// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/first_admin.h"

#include "server/auth/token.h"
#include "server/logging/logging.h"
#include "server/platform/data_dir.h"

#include <QFile>
#include <QSaveFile>

#include <utility>

namespace pressboard::server {

FirstAdmin::FirstAdmin(UserStore &store, const UserDirectory &users, const Clock &clock,
                       QString dataDir, std::chrono::milliseconds wait, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_users(users)
    , m_clock(clock)
    , m_dataDir(std::move(dataDir))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(wait);
    connect(&m_store, &UserStore::connected, &m_wait, &QTimer::stop);
    connect(&m_store, &UserStore::loaded, this, &FirstAdmin::onLoaded);
    connect(&m_wait, &QTimer::timeout, this, &FirstAdmin::ensure);
}

QString FirstAdmin::tokenFile() const
{
    return m_dataDir + QStringLiteral("/admin.token");
}

QString FirstAdmin::hadUsersFile() const
{
    return m_dataDir + QStringLiteral("/had-users");
}

void FirstAdmin::onLoaded()
{
    if (!m_users.users().isEmpty()) {
        m_wait.stop();
        m_obstacle.clear();
        rememberUsers();
        if (std::exchange(m_othersWereFirst, false))
            removeUselessToken();
    } else if (QFile::exists(hadUsersFile())) {
        refuse();
    } else if (!m_ensuring && !m_wait.isActive()) {
        m_obstacle = QStringLiteral("Redis has no users yet: waiting whether another server knows "
                                    "some.");
        m_wait.start();
    }
}

/// Whoever comes back to an emptied Redis must not be let in by a new admin's code, while all the
/// others are locked out without a word.
void FirstAdmin::refuse()
{
    const QString sentence =
        QStringLiteral("Redis has no users, but there were some: it was emptied, or it is another "
                       "one. Put a backup of Redis back, or add an admin with \"pressboardctl user "
                       "add NAME --role admin\". For a new shop delete %1.")
            .arg(hadUsersFile());
    if (std::exchange(m_obstacle, sentence) != sentence)
        qCCritical(lcAuth).noquote() << sentence;
}

/// With a Redis of somebody else's the directory may not be there, or not be writable: then there
/// is nothing to be remembered beside.
void FirstAdmin::rememberUsers() const
{
    QFile file(hadUsersFile());
    if (!file.exists() && platform::makeDataDir(m_dataDir).isEmpty()
        && !file.open(QIODevice::WriteOnly))
        qCDebug(lcAuth).noquote() << hadUsersFile() << "cannot be written:" << file.errorString();
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
                        [this](const Result<UserStore::FirstUser> &first) { onEnsured(first); });
}

void FirstAdmin::onEnsured(const Result<UserStore::FirstUser> &first)
{
    m_ensuring = false;
    if (!first) {
        qCWarning(lcAuth, "The first user cannot be written: %ls",
                  qUtf16Printable(first.error().message));
        return;
    }
    if (*first == UserStore::FirstUser::Added)
        qCInfo(lcAuth, "The first user is admin; its access code is in %ls",
               qUtf16Printable(tokenFile()));
    // Whoever was revoked with it stays out.
    if (*first == UserStore::FirstUser::CodeSpent)
        QFile::remove(tokenFile());
    m_othersWereFirst = *first == UserStore::FirstUser::NotNeeded;
    m_store.reload();
}

/// Another server on the same Redis made the first user: its file has the access code. Ours may
/// still be right, when we asked twice because the first answer was lost, or share the directory.
void FirstAdmin::removeUselessToken()
{
    if (m_users.users().isEmpty() || m_users.authenticate(readToken().toUtf8()))
        return;
    if (QFile::remove(tokenFile()))
        qCInfo(lcAuth,
               "Another server made the first user; its data directory has the access code");
}

QString FirstAdmin::readToken() const
{
    QFile file(tokenFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QString FirstAdmin::token()
{
    const QString kept = readToken();
    if (!kept.isEmpty())
        return kept;
    const QString fresh = newToken();
    const QString why = write(fresh);
    if (why.isEmpty())
        return fresh;
    Q_EMIT failed(platform::saysDiskFull(why)
                      ? QStringLiteral("The disk that holds %1 is full, and the first access code "
                                       "cannot be written there: make room; then start "
                                       "pressboard-server again.")
                            .arg(m_dataDir)
                      : QStringLiteral("The first access code cannot be written to %1 (%2): make "
                                       "that directory belong to this user, or choose another one "
                                       "with --data-dir.")
                            .arg(tokenFile(), why));
    return {};
}

QString FirstAdmin::write(const QString &token) const
{
    // With a Redis of somebody else's nobody has needed the directory so far.
    const QString why = platform::makeDataDir(m_dataDir);
    if (!why.isEmpty())
        return why;
    QSaveFile file(tokenFile());
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // before anything is in it
    file.write(token.toUtf8() + '\n');
    // Not left to commit(), which would put an empty file in its place on a full disk.
    if (!file.flush())
        return file.errorString();
    return file.commit() ? QString() : file.errorString();
}

} // namespace pressboard::server
