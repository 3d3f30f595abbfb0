// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pressboard::server {

/// A new access token: "pb_" and 192 random bits of the system's generator in base64url. Shown
/// once, to whoever adds the user; only its hash is ever kept.
QString newToken();

/// SHA-256 as lower case hex: what `pressboard:users` keeps. No salt or stretching is needed:
/// tokens are random, not chosen by people.
QByteArray tokenHash(QByteArrayView token);

/// Compares in a time that does not depend on where the two differ.
bool sameHash(QByteArrayView one, QByteArrayView other);

} // namespace pressboard::server
