// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/panel_title.h"

#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

#include <QPainter>

namespace pressboard::client {

PanelTitle::PanelTitle(const Theme &theme, ListKind kind, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_columns(kind)
{
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void PanelTitle::show(const QString &title, const QString &count, const QString &aside)
{
    if (m_title == title && m_count == count && m_aside == aside)
        return;
    m_title = title;
    m_count = count;
    m_aside = aside;
    setAccessibleName(QStringList{title, count, aside}.join(u' ').trimmed());
    update();
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const int bottom = height() - 1;
    fillHairline(painter, QRect(0, bottom, width(), 1), t.line);

    int namesFrom = width() - m_theme.px(Theme::panelPadding - 1);
    for (const ColumnTable::Place &place : m_columns.places(QRect(0, 0, width(), bottom), m_theme)) {
        const TextLine name{ColumnTable::title(place.column), m_theme.font(12), t.text3};
        if (name.text.isEmpty())
            continue;
        name.paint(painter, place.box, place.align);
        namesFrom = std::min(namesFrom, place.box.left() - m_theme.px(8));
    }
    const int left = m_theme.px(Theme::panelPadding - 1);
    const int used = TextLine{m_title, m_theme.font(14, Theme::Weight::Bold), t.text}.paint(
        painter, QRect(left, 0, namesFrom - left, bottom));
    const int countLeft = left + used + m_theme.px(6);
    TextLine{m_count, m_theme.font(14), t.text2}.paint(
        painter, QRect(countLeft, 0, namesFrom - countLeft, bottom));
    if (!m_aside.isEmpty())
        TextLine{m_aside, m_theme.font(12), t.text3}.paint(
            painter, QRect(countLeft, 0, namesFrom - countLeft, bottom), Qt::AlignRight);
}

} // namespace pressboard::client
