// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/request_head.h"
#include "server/push/viewer.h"

#include <QByteArray>

namespace pressboard::server {

/// The 101 of RFC 6455, section 4.2.2, to a request that was found right.
QByteArray upgradeAnswer(const RequestHead &head, Viewer::Dialect dialect);

} // namespace pressboard::server
