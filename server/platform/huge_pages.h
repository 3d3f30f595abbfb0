// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::server::platform {

/// Asks the C library to lay the heap out on huge pages (2 MiB instead of 4 KiB), before anything
/// else in main(). 10,000 sessions are 140 MiB of small objects; when one of them speaks after half
/// a minute, the processor has forgotten where each of its pages lies, and looking that up is a
/// third of what its ping costs. They take about 5 % more memory.
///
/// glibc reads such wishes (GLIBC_TUNABLES, glibc.malloc.hugetlb) only when a program starts, so
/// this starts the program anew within the same process, once, with the same arguments. The
/// environment is afterwards as it was: children know nothing of it. Does nothing where somebody
/// has set GLIBC_TUNABLES himself, be it to nothing, on other systems, and where the kernel does
/// not want to.
void startOnHugePages(char **arguments);

} // namespace pressboard::server::platform
