// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace pressboard::client {

/// Whether the screen is locked: what stands on it then is seen by nobody.
class SessionLock
{
public:
    virtual ~SessionLock() = default;
    /// False also where nobody tells.
    virtual bool isLocked() const = 0;

    static std::unique_ptr<SessionLock> ofSystem();
    /// Never locked.
    static std::unique_ptr<SessionLock> none();
};

} // namespace pressboard::client
