// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/jwt/token_maker.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace pressboard::test {

namespace {

constexpr int p256Bytes = 32;

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encoded(const QJsonObject &object)
{
    return encoded(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString numberOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    return QString::fromLatin1(encoded(bytes));
}

/// Of ECDSA: two numbers of fixed length, where OpenSSL writes ASN.1.
QByteArray twoNumbers(const QByteArray &asn1)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(asn1.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &bytes, asn1.size());
    QByteArray both(2 * p256Bytes, '\0');
    auto *to = reinterpret_cast<unsigned char *>(both.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), to, p256Bytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), to + p256Bytes, p256Bytes);
    ECDSA_SIG_free(signature);
    return both;
}

} // namespace

TokenMaker::TokenMaker(Kind kind, const QString &keyId)
    : m_kind(kind)
    , m_keyId(keyId)
    , m_secret("a secret that is long enough, surely" + keyId.toUtf8())
{
    if (kind == Kind::Rsa)
        m_key.reset(EVP_RSA_gen(2048), EVP_PKEY_free);
    if (kind == Kind::Ec)
        m_key.reset(EVP_EC_gen("P-256"), EVP_PKEY_free);
}

QByteArray TokenMaker::keyFile() const
{
    if (m_kind == Kind::Secret)
        return m_secret + '\n';
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(bio, m_key.get());
    char *text = nullptr;
    const auto size = BIO_get_mem_data(bio, &text);
    const QByteArray pem(text, size);
    BIO_free(bio);
    return pem;
}

QJsonObject TokenMaker::jwk() const
{
    QJsonObject jwk{{QStringLiteral("kid"), m_keyId},
                    {QStringLiteral("use"), QStringLiteral("sig")}};
    const auto add = [&jwk](const char *name, const QString &value) {
        jwk.insert(QLatin1StringView(name), value);
    };
    if (m_kind == Kind::Secret) {
        add("kty", QStringLiteral("oct"));
        add("k", QString::fromLatin1(encoded(m_secret)));
    } else if (m_kind == Kind::Rsa) {
        add("kty", QStringLiteral("RSA"));
        add("n", numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_N));
        add("e", numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_E));
    } else {
        add("kty", QStringLiteral("EC"));
        add("crv", QStringLiteral("P-256"));
        add("x", numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X));
        add("y", numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y));
    }
    return jwk;
}

QJsonObject TokenMaker::header() const
{
    static const QString algorithms[] = {QStringLiteral("RS256"), QStringLiteral("ES256"),
                                         QStringLiteral("HS256")};
    QJsonObject header{{QStringLiteral("alg"), algorithms[int(m_kind)]},
                       {QStringLiteral("typ"), QStringLiteral("JWT")}};
    if (!m_keyId.isEmpty())
        header.insert(QStringLiteral("kid"), m_keyId);
    return header;
}

QByteArray TokenMaker::token(const QJsonObject &claims) const
{
    return token(header(), claims);
}

QByteArray TokenMaker::token(const QJsonObject &header, const QJsonObject &claims) const
{
    const QByteArray signedPart = encoded(header) + '.' + encoded(claims);
    return signedPart + '.' + encoded(signature(signedPart));
}

QByteArray TokenMaker::hs256(const QByteArray &secret, const QJsonObject &header,
                             const QJsonObject &claims)
{
    const QByteArray signedPart = encoded(header) + '.' + encoded(claims);
    return signedPart + '.'
        + encoded(QMessageAuthenticationCode::hash(signedPart, secret, QCryptographicHash::Sha256));
}

QByteArray TokenMaker::signature(const QByteArray &signedPart) const
{
    if (m_kind == Kind::Secret)
        return QMessageAuthenticationCode::hash(signedPart, m_secret, QCryptographicHash::Sha256);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(signedPart.constData());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context, nullptr, &size, bytes, std::size_t(signedPart.size()));
    QByteArray signature(qsizetype(size), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                   std::size_t(signedPart.size()));
    EVP_MD_CTX_free(context);
    signature.truncate(qsizetype(size));
    return m_kind == Kind::Ec ? twoNumbers(signature) : signature;
}

} // namespace pressboard::test
