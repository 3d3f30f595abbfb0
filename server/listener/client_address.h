// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace pressboard::server {

/// 127.0.0.1 may come as ::ffff:127.0.0.1 on a socket that listens to both.
QHostAddress plainAddress(const QHostAddress &address);

/// What one party can have addresses in: an IPv4 address, or the /64 of an IPv6 address, of which
/// every machine has as many as it likes.
QHostAddress networkOf(const QHostAddress &address);

} // namespace pressboard::server
