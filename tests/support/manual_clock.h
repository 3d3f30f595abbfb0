// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

namespace pressboard::test {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Moment start = Moment(std::chrono::milliseconds(1'795'423'846'000)))
        : m_now(start)
    {
    }
    Moment now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_monotonic += by;
    }
    /// Somebody set the wall clock: monotonic time knows nothing of it.
    void jump(std::chrono::milliseconds by) { m_now += by; }

private:
    Moment m_now;
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace pressboard::test
