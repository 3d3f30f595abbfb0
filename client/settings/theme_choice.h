// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

enum class ThemeChoice {
    Auto, ///< as the system
    Light,
    Dark,
};

} // namespace pressboard::client
