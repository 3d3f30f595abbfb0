// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace pressboard::client {

/// Keeps the system from darkening a screen that nobody touches but everybody reads. Where the
/// system offers no way, nothing happens: the screen's own settings then have the word.
class ScreenSaver
{
public:
    virtual ~ScreenSaver() = default;

    /// `reason`: for the system's list of who keeps the screen awake. Twice is once.
    virtual void inhibit(const QString &reason) = 0;
    virtual void release() = 0;

    /// This system's.
    static std::unique_ptr<ScreenSaver> ofSystem();
};

} // namespace pressboard::client
