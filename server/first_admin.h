// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/auth/user_store.h"
#include "shared/base/time.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace pressboard::server {

/// A new shop has no user, and somebody must be the first: `admin`, whose access code stands in
/// DATA_DIR/admin.token for whoever may read that file. Does nothing once there is any user.
///
/// A Redis that was emptied looks like that of a new shop. So it waits first, for a server that
/// lives and writes the users back; and where a data directory has had users, nobody is first.
/// Once all were revoked and the directory forgot them, the first one again has another code.
class FirstAdmin : public QObject
{
    Q_OBJECT
public:
    /// Enough for a living server to find its way back to a Redis that was restarted.
    static constexpr std::chrono::milliseconds patience{5000};

    /// `store` must outlive this. `wait`: how long nobody else must be there; 0 where nobody can.
    FirstAdmin(UserStore &store, const UserDirectory &users, const Clock &clock, QString dataDir,
               std::chrono::milliseconds wait, QObject *parent = nullptr);

    /// Why there is no user, in a sentence; empty once there is one.
    const QString &obstacle() const { return m_obstacle; }

Q_SIGNALS:
    /// The token file cannot be read or written: nobody could ever log in.
    void failed(const QString &sentence);

private:
    void onLoaded();
    void refuse();
    void rememberUsers() const;
    void ensure();
    void onEnsured(const Result<UserStore::FirstUser> &first);
    void removeUselessToken();
    QString readToken() const; ///< empty: there is none
    QString tokenFile() const;
    QString hadUsersFile() const;
    /// The token of an earlier start, else a new one, written down first; empty after failed().
    QString token();
    QString write(const QString &token) const; ///< empty: done, else the system's words

    UserStore &m_store;
    const UserDirectory &m_users;
    const Clock &m_clock;
    QString m_dataDir;
    QTimer m_wait;
    QString m_obstacle;
    bool m_ensuring = false;
    bool m_othersWereFirst = false; ///< looked into once the users are read
};

} // namespace pressboard::server
