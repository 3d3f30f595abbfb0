// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace pressboard::test {

/// As long as it lives, this process cannot open anything.
class NoFilesLeft
{
public:
    NoFilesLeft()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = std::min<rlim_t>(few.rlim_cur, 256);
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int taken = ::dup(0); taken >= 0; taken = ::dup(0))
            m_taken.push_back(taken);
    }
    ~NoFilesLeft()
    {
        for (const int taken : m_taken)
            ::close(taken);
        ::setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoFilesLeft)

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

} // namespace pressboard::test
