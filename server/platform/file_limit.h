// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pressboard::server::platform {

/// Lets this process have so many files and sockets open at a time, as far as it may; shells and
/// service managers start it with room for 1,024. Returns how many it can have: fewer when the
/// system does not let it, `wanted` where nobody counts.
qint64 allowOpenFiles(qint64 wanted);

} // namespace pressboard::server::platform
