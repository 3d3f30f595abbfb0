// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/more_line.h"

#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int textPx = 13;
constexpr int padding = 15;
constexpr int leastHeight = 20;

} // namespace

MoreLine::MoreLine(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus); // the keyboard walks through the list itself
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void MoreLine::setRows(int below)
{
    if (below == m_rows)
        return;
    m_rows = below;
    retranslate();
}

void MoreLine::place(const QRect &room)
{
    m_room = room;
    fit();
}

void MoreLine::fit()
{
    const int wide = std::min(m_room.width(), sizeHint().width());
    setGeometry(m_room.right() + 1 - wide, m_room.top(), wide, m_room.height());
    setVisible(m_rows > 0 && m_room.height() >= m_theme.px(leastHeight));
}

void MoreLine::retranslate()
{
    setText(tr("%n more row(s) ↓", nullptr, m_rows));
    setAccessibleName(text());
    fit();
    update();
}

QSize MoreLine::sizeHint() const
{
    const int words = TextLine{text(), m_theme.font(textPx), {}}.width();
    return {words + 2 * m_theme.px(padding), m_theme.px(24)};
}

void MoreLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const int side = m_theme.px(padding);
    TextLine{text(), m_theme.font(textPx), underMouse() ? t.text : t.text2}.paint(
        painter, rect().adjusted(side, 0, -side, 0), Qt::AlignRight);
}

void MoreLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace pressboard::client
