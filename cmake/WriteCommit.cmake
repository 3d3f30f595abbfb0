# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run at every build (cmake -P), writes OUTPUT: the commit that SOURCE stands at, for --version. Without
# git, as in a tarball, it is empty. The file is touched only when it changes, so a build with
# nothing to do links nothing anew.
set(commit "")
find_program(GIT git)
if(GIT)
    execute_process(COMMAND "${GIT}" describe --always --exclude=* --abbrev=8 --dirty=+
        WORKING_DIRECTORY "${SOURCE}" OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT [[
// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Written by cmake/WriteCommit.cmake.
#include "shared/base/version.h"

QString pressboard::versionText()
{
    const QString commit = QStringLiteral("@commit@");
    const QString version = QStringLiteral(PRESSBOARD_VERSION);
    return commit.isEmpty() ? version : QStringLiteral("%1 (%2)").arg(version, commit);
}
]] @ONLY)
