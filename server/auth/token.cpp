// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace pressboard::server {

QString newToken()
{
    std::array<quint32, 6> bits; // 24 bytes: base64 without padding
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QLatin1StringView("pb_")
        + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
}

QByteArray tokenHash(QByteArrayView token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token);
    return hash.result().toHex();
}

bool sameHash(QByteArrayView one, QByteArrayView other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= unsigned(one[i]) ^ unsigned(other[i]);
    return difference == 0;
}

} // namespace pressboard::server
