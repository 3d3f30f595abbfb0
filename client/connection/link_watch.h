// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QNetworkInterface>

namespace pressboard::client {

/// Whether the interface that has this address of ours still carries anything: a cable that is out
/// is known at once, long before an answer is missed. True where it cannot be told, and for this
/// computer itself.
bool isLinkUp(const QHostAddress &local, const QList<QNetworkInterface> &interfaces);

} // namespace pressboard::client
