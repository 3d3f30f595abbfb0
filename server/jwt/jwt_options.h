// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"

#include <QString>
#include <QStringList>

namespace pressboard::server {

/// Whose codes are believed, and what is read from them. Without algorithms nobody's are.
struct JwtOptions
{
    QStringList algorithms; ///< of HS256, RS256, ES256
    QString keyFile; ///< a public key (PEM), or a secret of 32 bytes or more for HS256
    QString keySetFile; ///< JWKS
    QString audience; ///< that a code must name
    QString issuer; ///< the same, unless empty
    QString nameClaim = QStringLiteral("name");
    QString roleClaim = QStringLiteral("role");
    QString departmentsClaim = QStringLiteral("departments");
    Role maxRole = Role::Operator;
};

} // namespace pressboard::server
