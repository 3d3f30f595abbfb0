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
    Corner corner = Corner::TopRight;

    bool operator==(const ToastPlace &) const = default;
};

} // namespace pressboard::client
