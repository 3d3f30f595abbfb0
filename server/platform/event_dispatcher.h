// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::server::platform {

/// Gives the main thread the event dispatcher that is best for thousands of sockets: one over epoll
/// on Linux, Qt's own elsewhere. To be called once, before there is a QCoreApplication, which will
/// own it.
void installEventDispatcher();

} // namespace pressboard::server::platform
