// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/form_column.h"

#include "client/text/plain_label.h"

namespace pressboard::client {

FormColumn::FormColumn(const Theme &theme, QWidget *dialog)
    : QVBoxLayout(dialog)
    , m_theme(theme)
    , m_isTop(dialog != nullptr)
{
    connect(&theme, &Theme::sizesChanged, this, [this] { resize(); });
    resize();
}

void FormColumn::resize()
{
    setSpacing(m_theme.px(4));
    const int side = m_isTop ? m_theme.px(24) : 0;
    const int end = m_isTop ? m_theme.px(20) : 0;
    setContentsMargins(side, end, side, end);
    for (const Words &words : std::as_const(m_words))
        words.label->setFont(m_theme.font(words.designPx, words.weight));
    for (const Gap &gap : std::as_const(m_gaps))
        gap.item->changeSize(0, m_theme.px(gap.designPx), QSizePolicy::Minimum, QSizePolicy::Fixed);
    invalidate();
}

QLabel *FormColumn::addLabel(int designPx, Theme::Weight weight)
{
    auto *label = new PlainLabel;
    label->setFont(m_theme.font(designPx, weight));
    label->setWordWrap(true);
    m_words.append({label, designPx, weight});
    addWidget(label);
    return label;
}

QLabel *FormColumn::addField(QWidget *field, Qt::Alignment alignment)
{
    if (count() > 0)
        addGap(8);
    QLabel *label = addLabel(13, Theme::Weight::Regular);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    addWidget(field, 0, alignment);
    return label;
}

QLabel *FormColumn::addHint()
{
    QLabel *label = addLabel(13, Theme::Weight::Regular);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *FormColumn::addTitle()
{
    return addLabel(16, Theme::Weight::Bold);
}

void FormColumn::addGap(int designPx)
{
    auto *item = new QSpacerItem(0, m_theme.px(designPx), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_gaps.append({item, designPx});
    addItem(item);
}

} // namespace pressboard::client
