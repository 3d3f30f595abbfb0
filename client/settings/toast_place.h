// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::client {

/// Where our own toasts come up.
struct ToastPlace
{
    enum class Corner { TopRight, TopLeft, BottomRight, BottomLeft };

    QString screen; ///< its name as the system gives it; empty: the one the window is on
    /// Not at the top: a maximised window has its header there, with 免打扰 and the way back.
    Corner corner = Corner::BottomRight;

    bool operator==(const ToastPlace &) const = default;
};

} // namespace pressboard::client
