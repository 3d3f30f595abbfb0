// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard {

/// Other people's text for one line of a terminal or of a log. What would colour, move, hide,
/// reorder or break the line stands there as JSON spells it: \u001b, \u202e, \n. So JSON stays the
/// same JSON, and text without any of it is itself.
QString visibleText(const QString &text);

} // namespace pressboard
