// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/large_blocks.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace pressboard::server::platform {

void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    // The default, which stays what it is once it has been said.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

} // namespace pressboard::server::platform
