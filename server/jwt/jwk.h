// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct _cjose_jwk_int;

namespace pressboard::server {

/// A key that signatures are checked with, bound to the one algorithm that its kind stands for: a
/// public key never is the secret of HS256.
class Jwk
{
public:
    /// A JSON Web Key: RSA of 2,048 bits or more is RS256's, EC on P-256 ES256's, oct of 32 bytes
    /// or more HS256's. What its `alg` and `use` say must agree.
    static Result<Jwk> fromJson(const QJsonObject &json);
    /// A public key in PEM, or else the bytes of a secret, without the end of their last line.
    static Result<Jwk> fromFile(const QByteArray &content);

    const QByteArray &algorithm() const { return m_algorithm; } ///< "RS256"
    const QByteArray &id() const { return m_id; } ///< `kid`; empty: it has none
    /// The same for equal keys, and tells nothing of a secret.
    const QByteArray &fingerprint() const { return m_fingerprint; }

    /// The payload of a compact JWS whose signature this key made; the error says why not.
    Result<QByteArray> verified(const QByteArray &token) const;

private:
    using Handle = std::shared_ptr<_cjose_jwk_int>;

    Jwk() = default;
    Result<Jwk> bound(const QJsonObject &json);

    Handle m_handle;
    QByteArray m_algorithm;
    QByteArray m_id;
    QByteArray m_fingerprint;
};

} // namespace pressboard::server
