// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard {

/// "0.1.0 (2f8f8e6c)": the version and the commit it was built from, "+" behind it for changes that
/// were not committed. For programs alone, which link pressboard_version: it changes with every
/// commit, so libraries and tests would be linked anew each time.
QString versionText();

} // namespace pressboard
