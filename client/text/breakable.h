// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::client {

/// The text with room to break a line within paths: a label breaks at blanks only, and cuts what
/// is longer than itself.
QString breakable(QString text);

} // namespace pressboard::client
