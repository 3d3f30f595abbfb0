// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace pressboard::server {

/// One of the symmetric_encryption_keys of a channel layer. Opens tokens of Fernet, version 0x80 of
/// github.com/fernet/spec: AES-128-CBC, signed with HMAC-SHA256. A token's age is not looked at:
/// Redis lets a message expire, and one that waits in the inbox is late, not wrong.
class Fernet
{
public:
    /// `key`: 16 bytes to sign with, then 16 to encrypt with.
    explicit Fernet(QByteArray key);
    /// The key that channels_redis makes of a text in Django's settings.
    static Fernet ofSecret(const QByteArray &secret);

    /// Nothing when it was closed with another key, or is not whole.
    std::optional<QByteArray> opened(const QByteArray &token) const;

private:
    QByteArray m_key;
};

} // namespace pressboard::server
