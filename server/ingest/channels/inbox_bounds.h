// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pressboard::server {

/// While the log is away an inbox grows up to this; then the layer's own rules count.
struct InboxBounds
{
    int messages = 100'000;
    qint64 bytes = 256 * 1024 * 1024; ///< with what is written beside each message
};

} // namespace pressboard::server
