// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem.h"

#include <QByteArray>
#include <QList>

namespace pressboard::server {

/// What the log needs of the Redis that holds it, read from INFO: that nothing is evicted, and
/// that everything is written down.
QList<Problem> problemsOfRedis(const QByteArray &info);

} // namespace pressboard::server
