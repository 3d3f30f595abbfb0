// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/signed_tokens.h"
#include "server/jwt/jwk.h"
#include "server/jwt/jwt_options.h"
#include "shared/base/time.h"

#include <QList>
#include <QStringList>

namespace pressboard::server {

/// Who comes with a JSON Web Token that the CRM has signed.
class JwtLogin final : public SignedTokens
{
public:
    static constexpr qsizetype mostBytes = 6 * 1024; ///< of a token

    /// Believes nobody at first. `clock` must outlive it.
    explicit JwtLogin(const Clock &clock);

    /// Reads the keys; the problems, as sentences. While there are any, nothing changes.
    QStringList setUp(const JwtOptions &options);
    bool isOn() const { return !m_keys.isEmpty(); }

    bool mayBeOne(QByteArrayView token) const override;
    Result<Login> login(QByteArrayView token) const override;
    bool isTrusted(const Grant &grant) const override;

private:
    Result<Jwk> keyFor(const QByteArray &token) const;

    const Clock &m_clock;
    JwtOptions m_options;
    QList<Jwk> m_keys;
};

} // namespace pressboard::server
