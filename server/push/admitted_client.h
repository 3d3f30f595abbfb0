// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/auth/signed_tokens.h"
#include "server/push/viewer.h"

#include <QByteArray>

#include <optional>

namespace pressboard::server {

/// A client that was let in: who it is, and what it speaks.
struct AdmittedClient
{
    Identity identity;
    QByteArray tokenHash; ///< empty when anonymous
    Viewer::Dialect dialect = Viewer::Dialect::V1;
    std::optional<Grant> grant = {}; ///< of a code that somebody else has signed
};

} // namespace pressboard::server
