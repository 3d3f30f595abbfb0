// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace pressboard::client {

/// A key that does something only when it is held: nobody leaves a wall or a station by
/// brushing against a keyboard. Times are monotonic.
class KeyHold
{
public:
    static constexpr std::chrono::milliseconds needed{2000};

    /// A key that repeats by itself is pressed once.
    void press(std::chrono::milliseconds now)
    {
        if (!m_since)
            m_since = now;
    }
    void release() { m_since.reset(); }
    bool isDown() const { return m_since.has_value(); }
    /// How much of the way is done, 0 to 1.
    double progress(std::chrono::milliseconds now) const
    {
        if (!m_since)
            return 0;
        return std::clamp(double((now - *m_since).count()) / double(needed.count()), 0.0, 1.0);
    }

private:
    std::optional<std::chrono::milliseconds> m_since;
};

} // namespace pressboard::client
