// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/auth/user_store.h"
#include "shared/base/time.h"

#include <QObject>
#include <QString>

namespace pressboard::server {

/// A new shop has no user, and somebody must be the first: `admin`, whose access code stands in
/// DATA_DIR/admin.token for whoever may read that file. Does nothing once there is any user. When
/// all were revoked there is a first one again, with another code.
class FirstAdmin : public QObject
{
    Q_OBJECT
public:
    /// `store` must outlive this.
    FirstAdmin(UserStore &store, const UserDirectory &users, const Clock &clock, QString dataDir,
               QObject *parent = nullptr);

Q_SIGNALS:
    /// The token file cannot be read or written: nobody could ever log in.
    void failed(const QString &sentence);

private:
    void ensure();
    void onEnsured(const Result<UserStore::FirstUser> &first);
    void removeUselessToken();
    QString readToken() const; ///< empty: there is none
    QString tokenFile() const;
    /// The token of an earlier start, else a new one, written down first; empty after failed().
    QString token();
    QString write(const QString &token) const; ///< empty: done, else the system's words

    UserStore &m_store;
    const UserDirectory &m_users;
    const Clock &m_clock;
    QString m_dataDir;
    bool m_ensuring = false;
    bool m_othersWereFirst = false; ///< looked into once the users are read
};

} // namespace pressboard::server
