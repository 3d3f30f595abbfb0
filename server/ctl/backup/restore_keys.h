// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"

#include <QByteArrayList>

namespace pressboard::server::ctl {

/// Which restore is under way, or was broken off: its token.
inline QByteArray restoringKey(const redis::Keys &keys)
{
    return keys.prefix + "restoring";
}

/// Where it writes until it is done.
inline QByteArray stagedKey(const redis::Keys &keys, const QByteArray &token,
                            const QByteArray &name)
{
    return restoringKey(keys) + ':' + token + ':' + name;
}

/// In the order in which take_over.lua wants them.
inline QByteArrayList stagedNames()
{
    return {"events", "book", "users", "rejected", "revoked", "stations"};
}

} // namespace pressboard::server::ctl
