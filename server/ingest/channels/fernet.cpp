// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/fernet.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace pressboard::server {

namespace {

constexpr char version = '\x80';
constexpr qsizetype halfKey = 16;
constexpr qsizetype ivAt = 1 + 8; // behind the version and a time in seconds
constexpr qsizetype blockBytes = 16;
constexpr qsizetype cipherAt = ivAt + blockBytes;
constexpr qsizetype signatureBytes = 32;

bool isWhole(const QByteArray &bytes)
{
    const qsizetype cipher = bytes.size() - cipherAt - signatureBytes;
    return cipher > 0 && cipher % blockBytes == 0 && bytes.front() == version;
}

bool isSigned(const QByteArray &bytes, const QByteArray &key)
{
    const QByteArray due = QMessageAuthenticationCode::hash(bytes.chopped(signatureBytes), key,
                                                            QCryptographicHash::Sha256);
    // In a time that tells nothing of where they differ.
    return CRYPTO_memcmp(due.constData(), bytes.constEnd() - signatureBytes, signatureBytes) == 0;
}

const uchar *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

std::optional<QByteArray> decrypted(QByteArrayView cipher, QByteArrayView key, QByteArrayView iv)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray plain(cipher.size() + blockBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<uchar *>(plain.data());
    int size = 0;
    int rest = 0;
    const bool isDone = EVP_DecryptInit_ex(context.get(), EVP_aes_128_cbc(), nullptr,
                                           unsignedBytes(key), unsignedBytes(iv))
        && EVP_DecryptUpdate(context.get(), out, &size, unsignedBytes(cipher), int(cipher.size()))
        && EVP_DecryptFinal_ex(context.get(), out + size, &rest);
    if (!isDone)
        return std::nullopt;
    plain.truncate(size + rest);
    return plain;
}

} // namespace

Fernet::Fernet(QByteArray key)
    : m_key(std::move(key))
{
}

Fernet Fernet::ofSecret(const QByteArray &secret)
{
    return Fernet(QCryptographicHash::hash(secret, QCryptographicHash::Sha256));
}

std::optional<QByteArray> Fernet::opened(const QByteArray &token) const
{
    const auto decoded = QByteArray::fromBase64Encoding(
        token, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &bytes = *decoded; // empty when it is no base64
    if (!isWhole(bytes) || !isSigned(bytes, m_key.first(halfKey)))
        return std::nullopt;
    const QByteArrayView all(bytes);
    return decrypted(all.sliced(cipherAt).chopped(signatureBytes),
                     QByteArrayView(m_key).last(halfKey), all.sliced(ivAt, blockBytes));
}

} // namespace pressboard::server
