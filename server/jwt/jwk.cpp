// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwk.h"

#include "shared/base/json_writer.h"

#include <QCryptographicHash>

#include <cjose/jwk.h>
#include <cjose/jws.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <optional>

namespace pressboard::server {

namespace {

constexpr std::size_t rsaBits = 2048;
constexpr std::size_t secretBits = 256;

template<auto Free> struct Freed
{
    template<typename Thing> void operator()(Thing *thing) const { Free(thing); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Signed = std::unique_ptr<cjose_jws_t, Freed<cjose_jws_release>>;

QString base64url(const QByteArray &bytes)
{
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// One of the numbers of a key, at least so many bytes long.
std::optional<QString> numberOf(const EVP_PKEY &key, const char *name, int bytes = 0)
{
    BIGNUM *number = nullptr;
    if (!EVP_PKEY_get_bn_param(&key, name, &number))
        return std::nullopt;
    const std::unique_ptr<BIGNUM, Freed<BN_free>> kept(number);
    QByteArray text(std::max(bytes, BN_num_bytes(number)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(text.data()), int(text.size()));
    return base64url(text);
}

/// A PEM public key as the JSON that it would be in a set; empty for one of another kind.
QJsonObject asJwk(const EVP_PKEY &key)
{
    constexpr int p256Bytes = 32;
    const auto n = numberOf(key, OSSL_PKEY_PARAM_RSA_N);
    const auto e = numberOf(key, OSSL_PKEY_PARAM_RSA_E);
    if (EVP_PKEY_is_a(&key, "RSA") && n && e)
        return {{QStringLiteral("kty"), QStringLiteral("RSA")},
                {QStringLiteral("n"), *n},
                {QStringLiteral("e"), *e}};
    char curve[32] = {};
    const bool isP256 = EVP_PKEY_is_a(&key, "EC")
        && EVP_PKEY_get_group_name(&key, curve, sizeof curve, nullptr)
        && QByteArrayView(curve) == "prime256v1";
    const auto x = numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, p256Bytes);
    const auto y = numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, p256Bytes);
    if (!isP256 || !x || !y)
        return {};
    return {{QStringLiteral("kty"), QStringLiteral("EC")},
            {QStringLiteral("crv"), QStringLiteral("P-256")},
            {QStringLiteral("x"), *x},
            {QStringLiteral("y"), *y}};
}

/// RFC 4648, 5, without padding. cjose ends the whole program on a text whose length no bytes have.
bool isBase64Url(const QByteArray &text)
{
    return text.size() % 4 != 1 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                   || c == '-' || c == '_';
           });
}

/// What this kind of key is for; empty: nothing here, or it is too weak for that.
QByteArray algorithmOf(const cjose_jwk_t *key)
{
    switch (cjose_jwk_get_kty(key, nullptr)) {
    case CJOSE_JWK_KTY_RSA:
        return cjose_jwk_get_keysize(key, nullptr) >= rsaBits ? "RS256" : "";
    case CJOSE_JWK_KTY_EC:
        return cjose_jwk_EC_get_curve(key, nullptr) == CJOSE_JWK_EC_P_256 ? "ES256" : "";
    case CJOSE_JWK_KTY_OCT:
        return cjose_jwk_get_keysize(key, nullptr) >= secretBits ? "HS256" : "";
    }
    return {};
}

} // namespace

Result<Jwk> Jwk::fromJson(const QJsonObject &json)
{
    for (const char *member : {"n", "e", "d", "p", "q", "dp", "dq", "qi", "x", "y", "k"}) {
        if (!isBase64Url(json.value(QLatin1StringView(member)).toString().toUtf8()))
            return Error{QStringLiteral("a key whose \"%1\" is no Base64url")
                             .arg(QLatin1StringView(member))};
    }
    const QByteArray text = toText(json);
    Jwk key;
    key.m_handle.reset(cjose_jwk_import(text.constData(), std::size_t(text.size()), nullptr),
                       [](cjose_jwk_t *handle) { cjose_jwk_release(handle); });
    if (!key.m_handle)
        return Error{QStringLiteral("a key that cannot be read")};
    return key.bound(json);
}

Result<Jwk> Jwk::bound(const QJsonObject &json)
{
    m_algorithm = algorithmOf(m_handle.get());
    if (m_algorithm.isEmpty())
        return Error{QStringLiteral("a key that is neither RSA of 2,048 bits or more, nor EC on "
                                    "P-256, nor a secret of 32 bytes or more")};
    const QString said = json.value(u"alg").toString(QString::fromLatin1(m_algorithm));
    const QString use = json.value(u"use").toString(QStringLiteral("sig"));
    if (said.toLatin1() != m_algorithm || use != QLatin1StringView("sig"))
        return Error{QStringLiteral("a key for something else than %1")
                         .arg(QString::fromLatin1(m_algorithm))};
    m_id = json.value(u"kid").toString().toUtf8();
    m_fingerprint = QCryptographicHash::hash(toText(json), QCryptographicHash::Sha256);
    return *this;
}

Result<Jwk> Jwk::fromFile(const QByteArray &content)
{
    if (!content.contains("-----BEGIN")) {
        QByteArray secret = content;
        while (secret.endsWith('\n') || secret.endsWith('\r'))
            secret.chop(1);
        return fromJson({{QStringLiteral("kty"), QStringLiteral("oct")},
                         {QStringLiteral("k"), base64url(secret)}});
    }
    const Bio bio(BIO_new_mem_buf(content.constData(), int(content.size())));
    const PublicKey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    if (!key)
        return Error{QStringLiteral("no public key (-----BEGIN PUBLIC KEY-----)")};
    return fromJson(asJwk(*key));
}

Result<QByteArray> Jwk::verified(const QByteArray &token) const
{
    const QByteArrayList parts = token.split('.');
    if (!std::all_of(parts.begin(), parts.end(), &isBase64Url))
        return Error{QStringLiteral("it is no Base64url between its dots")};
    const Signed jws(cjose_jws_import(token.constData(), std::size_t(token.size()), nullptr));
    if (!jws)
        return Error{QStringLiteral("it cannot be read, or its algorithm is none of ours")};
    const char *algorithm = cjose_header_get(cjose_jws_get_protected(jws.get()), "alg", nullptr);
    if (!algorithm || m_algorithm != algorithm)
        return Error{QStringLiteral("its algorithm is not its key's")};
    std::uint8_t *payload = nullptr; // the token's, and freed with it
    std::size_t size = 0;
    if (!cjose_jws_verify(jws.get(), m_handle.get(), nullptr)
        || !cjose_jws_get_plaintext(jws.get(), &payload, &size, nullptr))
        return Error{QStringLiteral("the signature is not its key's")};
    return QByteArray(reinterpret_cast<const char *>(payload), qsizetype(size));
}

} // namespace pressboard::server
