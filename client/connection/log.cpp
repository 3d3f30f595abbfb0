// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/log.h"

namespace pressboard::client {

Q_LOGGING_CATEGORY(lcConnection, "pressboard.connection")

} // namespace pressboard::client
