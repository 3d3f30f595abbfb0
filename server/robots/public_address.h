// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace pressboard::server {

/// Is it an address of the internet, that everybody means the same by: no machine of this network,
/// not this machine, nobody's, not many at once.
bool isPublicAddress(const QHostAddress &address);

} // namespace pressboard::server
