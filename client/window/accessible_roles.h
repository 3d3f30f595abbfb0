// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// Tells screen readers what the painted widgets are: a number is a text, a panel's title a
/// heading, the banner an alert. Their names they say themselves. Calling it again does nothing.
void installAccessibleRoles();

} // namespace pressboard::client
