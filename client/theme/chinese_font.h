// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::client {

/// What to do about a system that has no font with Chinese signs: the board would be one of empty
/// boxes. In English, which can be read there; empty: there is one.
QString missingFontAdvice();

} // namespace pressboard::client
