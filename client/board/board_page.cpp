// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"

#include "client/board/board_panels.h"
#include "client/board/first_panel.h"
#include "client/board/list_views.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/fold_line.h"
#include "client/models/board.h"
#include "client/models/format.h"
#include "client/models/status_words.h"
#include "client/orders/order_actions.h"
#include "client/store/store.h"
#include "client/theme/theme.h"

#include <QVBoxLayout>

namespace pressboard::client {

namespace {

constexpr int lowBelow = 340; ///< rows matter more than large digits there

} // namespace

BoardPage::BoardPage(const Theme &theme, const Store &store, Board &board, OrderActions &actions,
                     QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_store(store)
    , m_board(board)
    , m_actions(actions)
    , m_numbers(new NumbersStrip(theme))
    , m_panels(new BoardPanels(theme, board, actions))
{
    setObjectName(QStringLiteral("board"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_numbers);
    column->addWidget(m_panels, 1);
    connect(&theme, &Theme::sizesChanged, this, &BoardPage::applySizes);
    connect(m_panels, &BoardPanels::typed, this, &Page::typed);
    connect(m_numbers, &NumbersStrip::chosen, this, [this](Counted what, const QString &words) {
        m_actions.list(
            countedOrders(m_store.book(), what, m_store.today(), m_store.ready().joinSteps()),
            words);
    });
    connect(&m_panels->completed().title(), &PanelTitle::asideChosen, this,
            [this] { m_actions.list(m_board.completed().ordersOfToday(), tr("Completed today")); });
}

void BoardPage::setFirst(FirstPanel *first)
{
    m_first = first;
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, first);
    first->hide();
    connect(first, &FirstPanel::typed, this, &Page::typed);
}

void BoardPage::setFirstWanted(bool wanted)
{
    m_isFirstWanted = wanted;
    placeFirst();
}

/// It takes half of what is below the numbers, and no more.
void BoardPage::placeFirst()
{
    if (m_first == nullptr)
        return;
    const QSize half(width(), (height() - m_numbers->height()) / 2);
    const int tall = m_isFirstWanted ? m_first->heightWithin(half) : 0;
    m_first->setFixedHeight(tall);
    m_first->setVisible(tall > 0);
}

void BoardPage::applySizes()
{
    m_numbers->setLow(height() < m_theme.px(lowBelow));
    placeFirst();
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    applySizes();
    Page::resizeEvent(event);
}

QString BoardPage::title() const
{
    return tr("Board");
}

void BoardPage::refresh(const LinkFacts &link)
{
    m_numbers->show(m_board.numbers());
    refreshTitles();
    nameLists();
    refreshEmptyTexts(link);
    if (m_first != nullptr && m_isFirstWanted)
        m_first->refresh(link, !m_search.isEmpty());
    placeFirst();
}

void BoardPage::refreshEmptyTexts(const LinkFacts &link)
{
    const bool hasOrders = !m_store.book().orders().isEmpty();
    for (Panel *panel : m_panels->panels()) {
        const bool narrowed = !m_search.isEmpty() || m_panels->views().isNarrowed(*panel);
        panel->setEmptyText(narrowed && hasOrders ? tr("Nothing found")
                                                  : StatusWords::emptyList(m_store, link));
    }
}

void BoardPage::refreshTitles()
{
    const auto today = m_board.numbers().completedToday();
    m_panels->running().title().show(tr("In progress"), m_board.titleCount(m_board.running()));
    m_panels->ready().title().show(tr("Ready to start"), m_board.titleCount(m_board.ready()));
    m_panels->urgent().title().show(tr("Urgent"), m_board.titleCount(m_board.urgent()));
    m_panels->completed().title().show(
        tr("Recently completed"), {},
        today && *today > 0 ? tr("%1 today").arg(format::number(*today)) : QString());
    m_panels->views().refresh();
    m_panels->running().setFoldText(format::unreportedLine(m_board.unreported().rowCount()));
    m_panels->ready().setFoldText(format::waitingLine(m_board.waiting().rowCount()));
    m_panels->refreshTabs();
}

/// What a screen reader calls them.
void BoardPage::nameLists()
{
    setAccessibleName(title());
    for (Panel *panel : m_panels->panels()) {
        panel->setAccessibleName(panel->title().title());
        panel->rows().setAccessibleName(panel->title().accessibleName());
        if (panel->foldedRows() != nullptr)
            panel->foldedRows()->setAccessibleName(panel->foldLine()->accessibleName());
    }
}

void BoardPage::setSearch(const QString &words)
{
    m_search = words;
    m_board.setSearch(words);
}

CrmId BoardPage::firstFound() const
{
    return m_panels->firstOrder();
}

bool BoardPage::showOrder(CrmId orderId)
{
    return m_panels->selectOrder(orderId);
}

} // namespace pressboard::client
