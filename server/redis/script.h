// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server::redis {

/// A Lua script with the name Redis knows it by. Made once and kept: hashing is not free.
class Script
{
public:
    explicit Script(QByteArray lua);

    const QByteArray &text() const { return m_text; }
    const QByteArray &sha1() const { return m_sha1; } ///< 40 hex digits, small letters

private:
    QByteArray m_text;
    QByteArray m_sha1;
};

} // namespace pressboard::server::redis
