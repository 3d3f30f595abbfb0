// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QJsonValue>

namespace pressboard::server {

/// What a station can call for help with.
struct Call
{
    protocol::Shop::Call shown;
    QJsonValue alarm; ///< of the notice; null: it does not ring
};

} // namespace pressboard::server
