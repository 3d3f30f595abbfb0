// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/push/viewer.h"

#include <QByteArray>

namespace pressboard::server {

/// A client that was let in: who it is, and what it speaks.
struct AdmittedClient
{
    Identity identity;
    QByteArray tokenHash; ///< empty when anonymous
    Viewer::Dialect dialect = Viewer::Dialect::V1;
};

} // namespace pressboard::server
