// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/jwt/jwt_options.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QByteArray>

namespace pressboard::server {

/// What a code says, once its signature is right.
struct JwtClaims
{
    static constexpr std::chrono::hours longestLife{24};
    /// Two clocks may differ by so much; one that has ended has ended.
    static constexpr std::chrono::seconds leeway{60};

    Identity identity;
    Moment expires{};

    /// The error is for the server's log, in words that tell its operator what to do.
    static Result<JwtClaims> read(const QByteArray &payload, const JwtOptions &options, Moment now);
};

} // namespace pressboard::server
