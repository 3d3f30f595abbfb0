// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pressboard::server {

/// What a client may send at most; beyond it is closed with 1009.
struct IncomingLimits
{
    quint64 frameBytes = 128 * 1024;
    quint64 messageBytes = 128 * 1024; ///< all frames of it together
};

} // namespace pressboard::server
