// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/signed_tokens.h"
#include "server/auth/user_record.h"

#include <QObject>

namespace pressboard::server {

/// The users as last read, in memory. Sessions ask it who a token is, when a client comes and again
/// whenever it changed.
class UserDirectory : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// False until the users were read once: nobody can be let in or refused before.
    bool isLoaded() const { return m_loaded; }
    const QList<UserRecord> &users() const { return m_users; }
    void replace(QList<UserRecord> users);

    /// Also those whose codes somebody else has signed; null at first. It must outlive this.
    void setSignedTokens(const SignedTokens *tokens) { m_signedTokens = tokens; }
    /// They are other ones, or their keys are: changed() is emitted.
    void signedTokensChanged() { Q_EMIT changed(); }

    /// The error is for the log, and says nothing of a code that is simply no user's (any more).
    Result<Login> login(QByteArrayView token) const;
    /// Who came in by such a grant may stay.
    bool isTrusted(const Grant &grant) const;
    /// nullopt: no user has this token (any more).
    std::optional<Identity> authenticate(QByteArrayView token) const;
    /// The same for a session, which keeps its token's hash only.
    std::optional<Identity> identityOfHash(QByteArrayView hash) const;

Q_SIGNALS:
    /// The users differ from what they were, or were read for the first time.
    void changed();

private:
    const SignedTokens *m_signedTokens = nullptr;
    QList<UserRecord> m_users;
    bool m_loaded = false;
};

} // namespace pressboard::server
