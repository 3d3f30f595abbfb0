// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace pressboard::test {

/// A CRM that signs codes, by hand: also those that no library makes.
class TokenMaker
{
public:
    enum class Kind { Rsa, Ec, Secret };

    explicit TokenMaker(Kind kind, const QString &keyId = {});

    /// What the server is given: a public key in PEM, or the secret.
    QByteArray keyFile() const;
    QJsonObject jwk() const; ///< of the public key, or the secret
    QByteArray token(const QJsonObject &claims) const;
    /// With this header, whatever it says.
    QByteArray token(const QJsonObject &header, const QJsonObject &claims) const;
    /// Signed as HS256 is, with any bytes.
    static QByteArray hs256(const QByteArray &secret, const QJsonObject &header,
                            const QJsonObject &claims);
    QJsonObject header() const;

private:
    QByteArray signature(const QByteArray &signedPart) const;

    Kind m_kind;
    QString m_keyId;
    QByteArray m_secret;
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace pressboard::test
