// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::server::platform {

/// Blocks of memory from 128 KiB on go back to the system as soon as they are freed, for good.
/// glibc else keeps ever larger ones once it has seen one of them freed: after sixty boards were
/// sent, the memory of all stayed with the server. Before anything large is allocated.
void giveLargeBlocksBack();

} // namespace pressboard::server::platform
