// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/form_column.h"

#include "client/widgets/theme.h"

namespace pressboard::client {

namespace {

QLabel *plainLabel(const Theme &theme, int px, Theme::Weight weight)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(px, weight));
    return label;
}

} // namespace

FormColumn::FormColumn(const Theme &theme, QWidget *dialog)
    : QVBoxLayout(dialog)
    , m_theme(theme)
{
    setSpacing(theme.px(4));
    if (dialog != nullptr)
        setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    else
        setContentsMargins(0, 0, 0, 0);
}

QLabel *FormColumn::addField(QWidget *field)
{
    if (count() > 0)
        addSpacing(m_theme.px(8));
    QLabel *label = plainLabel(m_theme, 13, Theme::Weight::Regular);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    addWidget(label);
    addWidget(field);
    return label;
}

QLabel *FormColumn::addHint()
{
    QLabel *label = plainLabel(m_theme, 13, Theme::Weight::Regular);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    addWidget(label);
    return label;
}

QLabel *FormColumn::addTitle()
{
    QLabel *label = plainLabel(m_theme, 16, Theme::Weight::Bold);
    label->setWordWrap(true);
    addWidget(label);
    return label;
}

} // namespace pressboard::client
