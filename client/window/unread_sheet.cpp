// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/unread_sheet.h"

#include "client/models/format.h"

namespace pressboard::client {

UnreadSheet::UnreadSheet(const Theme &theme, const protocol::Unread &unread, QWidget *parent)
    : LinesSheet(theme, parent)
{
    setObjectName(QStringLiteral("unread"));
    setWindowTitle(tr("What could not be read"));
    addLine(
        tr("Since the server's start. Everything else of these messages is on the board; whoever "
           "looks after the CRM can mend them."));
    for (const protocol::Unread::Kind &kind : unread.kinds)
        add(kind);
    finish(tr("Got it"));
}

QString UnreadSheet::fateText(const QString &fate)
{
    if (fate == QLatin1StringView("left_out"))
        return tr("left out");
    if (fate == QLatin1StringView("cut"))
        return tr("too long, cut");
    if (fate == QLatin1StringView("other_status"))
        return tr("unknown status, shown as it is");
    if (fate == QLatin1StringView("refused"))
        return tr("refused whole");
    return fate;
}

void UnreadSheet::add(const protocol::Unread::Kind &kind)
{
    const QString times = QStringLiteral("%1×").arg(kind.count);
    addLine(format::dotted({kind.type, kind.member, fateText(kind.fate), times}), true);
    addLine(kind.latest);
}

} // namespace pressboard::client
