// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server::scripts {

/// Lua functions that several scripts begin with.
const QByteArray &scriptPrelude();

} // namespace pressboard::server::scripts
