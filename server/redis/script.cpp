// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/script.h"

#include <QCryptographicHash>

namespace pressboard::server::redis {

Script::Script(QByteArray lua)
    : m_text(std::move(lua))
    , m_sha1(QCryptographicHash::hash(m_text, QCryptographicHash::Sha1).toHex())
{
}

} // namespace pressboard::server::redis
