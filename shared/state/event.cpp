// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/event.h"

namespace pressboard {

QStringList Event::leftOut() const
{
    QStringList members;
    for (const Oddity &odd : oddities) {
        if (odd.fate == Oddity::Fate::LeftOut)
            members.append(odd.member);
    }
    return members;
}

} // namespace pressboard
