// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/odd_sentence.h"

namespace pressboard::server::ctl {

static QString formOf(Oddity::Fate fate)
{
    switch (fate) {
    case Oddity::Fate::LeftOut:
        return QStringLiteral("left out: %1 (%2)");
    case Oddity::Fate::Cut:
        return QStringLiteral("cut: %1 (%2)");
    case Oddity::Fate::OtherStatus:
        return QStringLiteral("shown as it is: %1 (%2)");
    case Oddity::Fate::Refused:
        break;
    }
    return QStringLiteral("refused: %1 (%2)");
}

QString sentenceOf(const Oddity &odd)
{
    return formOf(odd.fate).arg(odd.member, odd.reason);
}

} // namespace pressboard::server::ctl
