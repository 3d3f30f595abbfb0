// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace pressboard::server::platform {

/// Call before QProcess::start(): the child dies with this process, however this one dies (also by
/// kill -9), and inherits `descriptor` (-1: none) although it is close-on-exec here.
/// Where the system knows nothing of the kind the child is simply started.
void guardChild(QProcess &child, int descriptor = -1);

} // namespace pressboard::server::platform
