// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/file_limit.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <algorithm>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_UNIX
qint64 allowOpenFiles(qint64 wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur >= rlim_t(wanted))
        return wanted;
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = std::min(rlim_t(wanted), limit.rlim_max);
    return qint64(::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : before);
}
#else
qint64 allowOpenFiles(qint64 wanted)
{
    return wanted;
}
#endif

} // namespace pressboard::server::platform
