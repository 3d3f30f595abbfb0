// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QByteArray>

#include <optional>

namespace pressboard::server {

/// Of the names of users that somebody else's codes make, so that none of them is one of our own.
inline constexpr QLatin1StringView signedUserPrefix{"jwt."};

/// For how long somebody may be here, and by whose word.
struct Grant
{
    Moment expires{};
    QByteArray key; ///< the fingerprint of the key that signed it
    bool operator==(const Grant &) const = default;
};

/// Who a token is.
struct Login
{
    Identity identity;
    std::optional<Grant> grant; ///< of a token that somebody else has signed; our own end by hand
};

/// Tokens that somebody else has signed. Asked by the directory of users about those that are none
/// of its own.
class SignedTokens
{
public:
    virtual ~SignedTokens() = default;
    /// By its looks alone.
    virtual bool mayBeOne(QByteArrayView token) const = 0;
    /// The error is for the server's log: who came with it is told nothing.
    virtual Result<Login> login(QByteArrayView token) const = 0;
    /// Its key is still believed.
    virtual bool isTrusted(const Grant &grant) const = 0;
};

} // namespace pressboard::server
