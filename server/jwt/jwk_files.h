// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/jwt/jwk.h"
#include "server/jwt/jwt_options.h"

#include <QList>
#include <QStringList>

namespace pressboard::server {

/// The keys of the two files, those of the allowed algorithms; problems are sentences that name the
/// setting. Keys of a set that are for something else are none of ours, and no problem.
struct JwkFiles
{
    QList<Jwk> keys;
    QStringList problems;

    static JwkFiles read(const JwtOptions &options);
};

} // namespace pressboard::server
