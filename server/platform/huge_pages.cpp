// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/huge_pages.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QByteArrayView>

#include <climits>
#include <cstdlib>

#include <unistd.h>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_LINUX
namespace {

constexpr const char *variable = "GLIBC_TUNABLES";
constexpr const char *wish = "glibc.malloc.hugetlb=1"; // 1: by madvise, where the kernel allows it

} // namespace

void startOnHugePages(char **arguments)
{
    if (const char *set = ::getenv(variable)) {
        if (QByteArrayView(set) == wish)
            ::unsetenv(variable); // this is the second start
        return;
    }
    // By its name: as /proc/self/exe it would be listed as "exe".
    char path[PATH_MAX] = {};
    if (::readlink("/proc/self/exe", path, sizeof path - 1) <= 0)
        return;
    ::setenv(variable, wish, 1);
    ::execv(path, arguments);
    ::unsetenv(variable); // it was replaced while it started: then on small pages
}
#else
void startOnHugePages(char **)
{
}
#endif

} // namespace pressboard::server::platform
