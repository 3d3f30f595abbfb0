// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// Lets screen readers know charts as charts, with all their values. Once in a program's life.
void makeChartsAccessible();

} // namespace pressboard::client
