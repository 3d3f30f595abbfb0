// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::server::platform {

/// Asks for the cache line at `address`, which will be read soon. A hint: any address will do, and
/// where the compiler has no word for it nothing happens.
inline void prefetch([[maybe_unused]] const void *address)
{
#ifdef __GNUC__
    __builtin_prefetch(address);
#endif
}

} // namespace pressboard::server::platform
