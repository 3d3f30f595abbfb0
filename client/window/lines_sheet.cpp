// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/lines_sheet.h"

#include "client/controls/dialog_body.h"
#include "client/text/plain_label.h"
#include "client/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pressboard::client {

LinesSheet::LinesSheet(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_whole(new QVBoxLayout(this))
    , m_body(new QWidget(this))
{
    m_whole->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    m_whole->setSpacing(theme.px(16));
    m_lines = new QVBoxLayout(m_body);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(theme.px(8));
}

void LinesSheet::addLine(const QString &words, bool bold)
{
    auto *line = new PlainLabel(words);
    line->setFont(m_theme.font(14, bold ? Theme::Weight::Bold : Theme::Weight::Regular));
    line->setWordWrap(true);
    m_lines->addWidget(line);
}

void LinesSheet::finish(const QString &button)
{
    m_whole->addWidget(new DialogBody(m_body));
    auto *close = new QPushButton(button);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_whole->addWidget(close, 0, Qt::AlignRight);
    DialogBody::fit(*this);
}

} // namespace pressboard::client
