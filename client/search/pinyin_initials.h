// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::client {

/// Turns 新知书局 into "xzsj", the way Chinese business software is searched (助记码): of each Han
/// character from U+4E00 to U+9FFF the first letter of its usual reading. Letters and digits of
/// ASCII stay, in lower case; everything else goes.
QString pinyinInitials(QStringView text);

} // namespace pressboard::client
