// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/child_guard.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_UNIX
namespace {

// Runs between fork and exec: only async-signal-safe calls.
void dieWithParent([[maybe_unused]] pid_t parent)
{
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent may have died before the line above: then no signal will ever come.
    if (::getppid() != parent)
        ::_exit(1);
#endif
}

} // namespace

void guardChild(QProcess &child, int descriptor)
{
    child.setChildProcessModifier([descriptor, parent = ::getpid()] {
        dieWithParent(parent);
        if (descriptor >= 0)
            ::fcntl(descriptor, F_SETFD, 0);
    });
}
#else
void guardChild(QProcess &, int)
{
}
#endif

} // namespace pressboard::server::platform
