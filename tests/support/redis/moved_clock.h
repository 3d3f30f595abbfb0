// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QTemporaryFile>

#include <chrono>

namespace pressboard::test {

/// A redis-server's clock, which a test moves on instead of waiting: see
/// RedisFixture::setEnvironment(). Servers follow it within seconds. Their own clocks and
/// stopwatches stay as they are, so beyond server::LogClock::tolerance they no longer believe it.
class MovedClock
{
public:
    MovedClock();

    QProcessEnvironment environment() const;
    void advance(std::chrono::milliseconds by);

private:
    QTemporaryFile m_ahead; ///< microseconds, as 8 bytes
    std::chrono::microseconds m_by{0};
};

} // namespace pressboard::test
