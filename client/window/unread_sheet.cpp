// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/unread_sheet.h"

#include "client/controls/dialog_body.h"
#include "client/models/format.h"
#include "client/text/plain_label.h"
#include "client/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pressboard::client {

UnreadSheet::UnreadSheet(const Theme &theme, const protocol::Unread &unread, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("unread"));
    setWindowTitle(tr("What could not be read"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    whole->setSpacing(theme.px(16));
    auto *body = new QWidget;
    auto *list = new QVBoxLayout(body);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(8));
    addLine(
        *list,
        tr("Since the server's start. Everything else of these messages is on the board; whoever "
           "looks after the CRM can mend them."),
        false);
    for (const protocol::Unread::Kind &kind : unread.kinds)
        add(*list, kind);
    whole->addWidget(new DialogBody(body));
    auto *gotIt = new QPushButton(tr("Got it"));
    gotIt->setDefault(true);
    connect(gotIt, &QPushButton::clicked, this, &QDialog::accept);
    whole->addWidget(gotIt, 0, Qt::AlignRight);
    DialogBody::fit(*this);
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

void UnreadSheet::add(QBoxLayout &list, const protocol::Unread::Kind &kind)
{
    const QString times = QStringLiteral("%1×").arg(kind.count);
    addLine(list, format::dotted({kind.type, kind.member, fateText(kind.fate), times}), true);
    addLine(list, kind.latest, false);
}

void UnreadSheet::addLine(QBoxLayout &list, const QString &words, bool bold)
{
    auto *line = new PlainLabel(words);
    line->setFont(m_theme.font(14, bold ? Theme::Weight::Bold : Theme::Weight::Regular));
    line->setWordWrap(true);
    list.addWidget(line);
}

} // namespace pressboard::client
