// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/spread.h"

namespace pressboard::client {

/// How long something took, case by case: what is left of it can be told once some is used.
class CaseTimes
{
public:
    CaseTimes() = default;
    explicit CaseTimes(std::vector<std::chrono::seconds> times);

    bool isEnough() const { return m_whole.isEnough(); }
    const Spread &whole() const { return m_whole; }
    /// What is left when `used` is used, by the cases that took at least so long; where these are
    /// too few, what is left of the whole's, which may be nothing.
    Spread rest(std::chrono::seconds used) const;

private:
    std::vector<std::chrono::seconds> m_times; ///< the shortest first
    Spread m_whole;
};

} // namespace pressboard::client
