// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/today/today_page.h"

#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/models/board.h"
#include "client/theme/theme.h"
#include "client/today/today_panel.h"

#include <QPainter>

namespace pressboard::client {

TodayPage::TodayPage(const Theme &theme, const Store &store, Board &board, DueWork &work,
                     OrderActions &actions, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_board(board)
    , m_today(new TodayPanel(theme, store, board, work, actions, this))
{
    setObjectName(QStringLiteral("today"));
    connect(m_today, &TodayPanel::typed, this, &Page::typed);
    connect(&theme, &Theme::sizesChanged, this, &TodayPage::layOut);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

QString TodayPage::title() const
{
    return tr("Today");
}

void TodayPage::refresh(const LinkFacts &link)
{
    setAccessibleName(title());
    m_today->refresh(link, !m_search.isEmpty());
}

void TodayPage::setSearch(const QString &words)
{
    m_search = words;
    m_board.setSearch(words);
}

CrmId TodayPage::firstFound() const
{
    return m_today->panel().rows().firstOrder();
}

bool TodayPage::showOrder(CrmId orderId)
{
    return m_today->panel().rows().selectOrder(orderId);
}

void TodayPage::layOut()
{
    const int margin = m_theme.px(Theme::windowMargin);
    m_today->setGeometry(rect().adjusted(margin, margin, -margin, -margin));
}

void TodayPage::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TodayPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().bg);
}

} // namespace pressboard::client
