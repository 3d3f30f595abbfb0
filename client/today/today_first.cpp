// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/today/today_first.h"

#include "client/models/board.h"
#include "client/theme/theme.h"
#include "client/today/today_panel.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int fewestRows = 3; ///< with fewer in sight the page says it better
constexpr int moreLine = 32;

} // namespace

TodayFirst::TodayFirst(const Theme &theme, const Store &store, Board &board, DueWork &work,
                       OrderActions &actions, QWidget *parent)
    : FirstPanel(parent)
    , m_theme(theme)
    , m_board(board)
    , m_today(new TodayPanel(theme, store, board, work, actions, this))
{
    connect(m_today, &TodayPanel::typed, this, &FirstPanel::typed);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

int TodayFirst::heightWithin(QSize room) const
{
    const int rows = m_board.due().rowCount();
    const int margin = m_theme.px(Theme::windowMargin);
    const int wide = room.width() - 2 * margin;
    const int empty = margin + m_today->heightFor(wide, 0);
    const int row = margin + m_today->heightFor(wide, 1) - empty;
    if (empty + rows * row <= room.height())
        return rows == 0 ? 0 : empty + rows * row;
    // Whole rows, and the line that says how many follow.
    const int line = m_theme.px(moreLine);
    const int shown = (room.height() - empty - line) / row;
    return shown < fewestRows ? 0 : empty + shown * row + line;
}

void TodayFirst::refresh(const LinkFacts &link, bool isSearched)
{
    m_today->refresh(link, isSearched);
}

void TodayFirst::resizeEvent(QResizeEvent *)
{
    const int margin = m_theme.px(Theme::windowMargin);
    m_today->setGeometry(rect().adjusted(margin, margin, -margin, 0));
}

void TodayFirst::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().bg);
}

} // namespace pressboard::client
