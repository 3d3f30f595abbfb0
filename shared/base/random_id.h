// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server {

/// 128 random bits as 32 hex digits: an epoch, the value of a lease.
QByteArray randomId();

} // namespace pressboard::server
