// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/user_directory.h"

#include "server/auth/token.h"

namespace pressboard::server {

void UserDirectory::replace(QList<UserRecord> users)
{
    if (m_loaded && users == m_users)
        return;
    m_users = std::move(users);
    m_loaded = true;
    Q_EMIT changed();
}

Result<Login> UserDirectory::login(QByteArrayView token) const
{
    if (m_signedTokens && m_signedTokens->mayBeOne(token))
        return m_signedTokens->login(token);
    auto identity = authenticate(token);
    return identity ? Result<Login>(Login{*std::move(identity), {}}) : Error{};
}

bool UserDirectory::isTrusted(const Grant &grant) const
{
    return m_signedTokens && m_signedTokens->isTrusted(grant);
}

std::optional<Identity> UserDirectory::authenticate(QByteArrayView token) const
{
    return identityOfHash(tokenHash(token));
}

std::optional<Identity> UserDirectory::identityOfHash(QByteArrayView hash) const
{
    std::optional<Identity> found;
    // No early exit: how long this takes tells nobody how near a guess was.
    for (const UserRecord &user : m_users) {
        for (const UserRecord::Token &token : user.tokens) {
            if (sameHash(token.hash, hash) && !found)
                found = user.identity();
        }
    }
    return found;
}

} // namespace pressboard::server
