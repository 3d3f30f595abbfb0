// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/board_panels.h"

#include "client/models/board.h"
#include "client/widgets/page_tabs.h"
#include "client/widgets/panel.h"
#include "client/widgets/panel_title.h"
#include "client/widgets/row_list.h"
#include "client/widgets/theme.h"
#include "client/widgets/view_popup.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int oneColumnBelow = 1100;
constexpr int twoLinePitch = 40;
constexpr int singlePitch = 36;
constexpr int roomyPitch = 44;
constexpr int mostStretch = 6; ///< px a row may grow so that rows fill their panel
constexpr int tabsHeight = 36;

/// As many whole rows of at least `pitch` as fit; they share what is left over.
struct Rows
{
    int count = 1;
    int pitch = 1;
};

Rows rowsIn(int height, int pitch, int stretch)
{
    Rows rows;
    rows.count = std::max(1, height / pitch);
    rows.pitch = std::clamp(height / rows.count, pitch, pitch + stretch);
    return rows;
}

} // namespace

BoardPanels::BoardPanels(const Theme &theme, Board &board, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_board(board)
    , m_tabs(new PageTabs(theme, this))
    , m_running(new Panel(theme, ListKind::Running, Panel::Fold::OpensWhenRoom, this))
    , m_ready(new Panel(theme, ListKind::Ready, Panel::Fold::Closed, this))
    , m_urgent(new Panel(theme, ListKind::Urgent, Panel::Fold::None, this))
    , m_completed(new Panel(theme, ListKind::Completed, Panel::Fold::None, this))
    , m_viewPopup(new ViewPopup(theme, this))
{
    setObjectName(QStringLiteral("panels"));
    m_running->setModel(&board.running(), &board.unreported());
    m_ready->setModel(&board.ready(), &board.waiting());
    m_urgent->setModel(&board.urgent());
    m_completed->setModel(&board.completed());
    for (Panel *panel : panels())
        connectPanel(panel);
    connect(m_viewPopup, &ViewPopup::viewChanged, this, [this](const RowView &view) {
        m_board.setView(listOf(*m_viewed), view);
        refreshViews();
    });
    connect(m_tabs, &PageTabs::currentChanged, this, &BoardPanels::showTab);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &BoardPanels::layOut);
}

void BoardPanels::connectPanel(Panel *panel)
{
    PanelTitle &title = panel->title();
    connect(&title, &PanelTitle::viewChanged, this, [this, panel](const RowView &view) {
        m_board.setView(listOf(*panel), view);
        refreshViews();
    });
    connect(&title, &PanelTitle::choiceRequested, this,
            [this, panel](const QPoint &below) { openView(panel, below); });
    for (RowList *list : {&panel->rows(), panel->foldedRows()}) {
        if (list == nullptr)
            continue;
        connect(list, &RowList::typed, this, &BoardPanels::typed);
        connect(list, &RowList::openRequested, this, &BoardPanels::openRequested);
        connect(list, &RowList::copyRequested, this, &BoardPanels::copyRequested);
        connect(list, &RowList::menuRequested, this, &BoardPanels::menuRequested);
    }
}

void BoardPanels::openView(Panel *panel, const QPoint &below)
{
    BoardListModel &list = listOf(*panel);
    m_viewed = panel;
    m_viewPopup->openBelow(below, list.view(),
                           {m_board.choices(list), m_mySteps, ColumnTable(panel->kind()).sorts(),
                            panel->kind() == ListKind::Running});
}

BoardListModel &BoardPanels::listOf(const Panel &panel) const
{
    switch (panel.kind()) {
    case ListKind::Running:
        return m_board.running();
    case ListKind::Urgent:
        return m_board.urgent();
    case ListKind::Completed:
        return m_board.completed();
    case ListKind::Ready:
    case ListKind::Blocked:
        break;
    }
    return m_board.ready();
}

void BoardPanels::setMySteps(const QStringList &steps)
{
    m_mySteps = steps;
    refreshViews();
}

void BoardPanels::refreshViews()
{
    for (Panel *panel : panels())
        panel->title().setView(listOf(*panel).view(), m_mySteps);
}

bool BoardPanels::isNarrowed(const Panel &panel) const
{
    return listOf(panel).view().filter.isOn();
}

QList<RowList *> BoardPanels::lists() const
{
    return {&m_running->rows(), m_running->foldedRows(), &m_ready->rows(),
            m_ready->foldedRows(), &m_urgent->rows(), &m_completed->rows()};
}

void BoardPanels::setTabTitles(const QStringList &titles)
{
    m_tabs->setTitles(titles);
    layOut();
}

bool BoardPanels::selectOrder(qint64 orderId)
{
    const auto select = [this, orderId](const Panel &panel, Tab tab) {
        if (!panel.rows().selectOrder(orderId)
            && (panel.foldedRows() == nullptr || !panel.foldedRows()->selectOrder(orderId)))
            return false;
        m_tabs->setCurrent(tab);
        return true;
    };
    return select(*m_running, StepsTab) || select(*m_ready, StepsTab)
        || select(*m_urgent, UrgentTab) || select(*m_completed, CompletedTab);
}

std::optional<qint64> BoardPanels::firstOrder() const
{
    for (const RowList *list : lists()) {
        if (const std::optional<qint64> order = list->firstOrder())
            return order;
    }
    return std::nullopt;
}

BoardPanels::Columns BoardPanels::columns() const
{
    if (m_theme.isRoomy())
        return Columns::Three;
    return width() < m_theme.px(oneColumnBelow) ? Columns::One : Columns::Two;
}

void BoardPanels::showTab()
{
    const bool all = columns() != Columns::One;
    const int tab = m_tabs->current();
    m_tabs->setVisible(!all);
    m_running->setVisible(all || tab == StepsTab);
    m_ready->setVisible(all || tab == StepsTab);
    m_urgent->setVisible(all || tab == UrgentTab);
    m_completed->setVisible(all || tab == CompletedTab);
}

void BoardPanels::layOut()
{
    const int margin = m_theme.px(Theme::windowMargin);
    const QRect body = rect().adjusted(margin, margin, -margin, -margin);
    showTab();
    switch (columns()) {
    case Columns::One:
        return layOutOne(body);
    case Columns::Two:
        return layOutTwo(body);
    case Columns::Three:
        return layOutThree(body);
    }
}

void BoardPanels::layOutOne(QRect body)
{
    const int tabs = m_theme.px(tabsHeight);
    m_tabs->setGeometry(body.left() + m_theme.px(4), 0, m_tabs->sizeHint().width(), tabs);
    body.setTop(tabs + m_theme.px(8));
    stackSteps(body);
    for (Panel *panel : {m_urgent, m_completed}) {
        panel->setPitch(m_theme.px(singlePitch));
        panel->setGeometry(body);
    }
}

void BoardPanels::layOutTwo(const QRect &body)
{
    const int gap = m_theme.px(8);
    const int left = (body.width() - gap) * 760 / 1248;
    stackSteps(QRect(body.left(), body.top(), left, body.height()));
    // Rows of 36 leave no pixel for the panels' lower borders: gap and margin give one each.
    const QRect right = body.adjusted(left + gap, 0, 0, 2);
    const int chrome = m_urgent->chrome() + m_completed->chrome() + gap;
    stackOrders(right, rowsIn(right.height() - chrome, m_theme.px(singlePitch), mostStretch).pitch);
}

void BoardPanels::layOutThree(const QRect &body)
{
    // Title 32 and gap 12 make one row of 44: all columns share one pitch, so it never stretches.
    const int gap = m_theme.px(Theme::windowMargin);
    const int pitch = m_theme.px(roomyPitch);
    const int free = body.width() - 2 * gap;
    const int running = free * 760 / 1872;
    const int ready = free * 600 / 1872;
    m_running->setPitch(pitch);
    m_ready->setPitch(pitch);
    m_running->setGeometry(body.left(), body.top(), running, body.height());
    m_ready->setGeometry(body.left() + running + gap, body.top(), ready, body.height());
    stackOrders(body.adjusted(running + ready + 2 * gap, 0, 0, 0), pitch);
}

void BoardPanels::stackSteps(const QRect &column)
{
    const int gap = m_theme.px(8);
    const int chrome = m_running->chrome() + m_ready->chrome() + gap;
    const Rows rows = rowsIn(column.height() - chrome, m_theme.px(twoLinePitch), mostStretch);
    const int upper = m_running->chrome() + (rows.count + 1) / 2 * rows.pitch;
    m_running->setPitch(rows.pitch);
    m_ready->setPitch(rows.pitch);
    m_running->setGeometry(column.left(), column.top(), column.width(), upper);
    m_ready->setGeometry(column.adjusted(0, upper + gap, 0, 0));
}

void BoardPanels::stackOrders(const QRect &column, int pitch)
{
    const int gap = m_theme.px(m_theme.isRoomy() ? Theme::windowMargin : 8);
    const int chrome = m_urgent->chrome() + m_completed->chrome() + gap;
    const int count = std::max(2, (column.height() - chrome) / pitch);
    const int upper = m_urgent->chrome() + std::max(1, qRound(count * 5 / 8.0)) * pitch;
    m_urgent->setPitch(pitch);
    m_completed->setPitch(pitch);
    m_urgent->setGeometry(column.left(), column.top(), column.width(), upper);
    m_completed->setGeometry(column.adjusted(0, upper + gap, 0, 0));
}

void BoardPanels::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().bg);
}

void BoardPanels::resizeEvent(QResizeEvent *)
{
    layOut();
}

} // namespace pressboard::client
