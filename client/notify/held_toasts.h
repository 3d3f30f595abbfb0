// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"

#include <optional>

namespace pressboard::client {

/// What did not come up while nobody was to be disturbed, as a count: it is told once, afterwards.
class HeldToasts
{
public:
    /// `concernsMe`: it is about a step of this station.
    void add(bool concernsMe);
    /// 免打扰期间 5 条，2 条与我有关; null when there was nothing. Then it begins anew.
    std::optional<Toast> takeSummary();

private:
    int m_all = 0;
    int m_mine = 0;
};

} // namespace pressboard::client
