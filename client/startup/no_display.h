// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// While it lives, a program that finds no display ends with a sentence and exit code 2, in place
/// of Qt's abort with a core dump. To be around the making of the QApplication.
class NoDisplay
{
public:
    NoDisplay();
    ~NoDisplay();
    NoDisplay(const NoDisplay &) = delete;
    NoDisplay &operator=(const NoDisplay &) = delete;
};

} // namespace pressboard::client
