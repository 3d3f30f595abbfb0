// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server::platform {

/// A name that was just given to a file outlives a power cut from now on, where the system lets us
/// ask for that.
void syncFolder(const QString &path);

} // namespace pressboard::server::platform
