// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_panels.h"

#include "client/board/list_views.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/page_tabs.h"
#include "client/models/board.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int oneColumnBelow = 1100;
constexpr int twoLinePitch = 40;
constexpr int singlePitch = 36;
constexpr int roomyPitch = 44;
constexpr int mostStretch = 6; ///< px a row may grow so that rows fill their panel
constexpr int tabsHeight = 36;
constexpr int singleListBelow = 340; ///< two lists would have hardly a row each

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

BoardPanels::BoardPanels(const Theme &theme, Board &board, OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new PageTabs(theme, this))
    , m_running(new Panel(theme, ListKind::Running, Panel::Fold::OpensWhenRoom, actions, this))
    , m_ready(new Panel(theme, ListKind::Ready, Panel::Fold::Closed, actions, this))
    , m_urgent(new Panel(theme, ListKind::Urgent, Panel::Fold::None, actions, this))
    , m_completed(new Panel(theme, ListKind::Completed, Panel::Fold::None, actions, this))
    , m_front(m_running)
    , m_views(new ListViews(theme, board, panels(), this))
{
    setObjectName(QStringLiteral("panels"));
    m_running->setModel(&board.running(), &board.unreported());
    m_ready->setModel(&board.ready(), &board.waiting());
    m_urgent->setModel(&board.urgent());
    m_completed->setModel(&board.completed());
    for (Panel *panel : panels())
        connectPanel(panel);
    connect(m_tabs, &PageTabs::currentChanged, this,
            [this](int tab) { bringToFront(groups().at(tab).first()); });
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &BoardPanels::layOut);
}

void BoardPanels::connectPanel(Panel *panel)
{
    for (RowList *list : {&panel->rows(), panel->foldedRows()}) {
        if (list != nullptr)
            connect(list, &RowList::typed, this, &BoardPanels::typed);
    }
}

QList<RowList *> BoardPanels::lists() const
{
    return {&m_running->rows(),    m_running->foldedRows(), &m_ready->rows(),
            m_ready->foldedRows(), &m_urgent->rows(),       &m_completed->rows()};
}

void BoardPanels::refreshTabs()
{
    setAccessibleName(tr("Lists"));
    m_tabs->setAccessibleName(tr("Lists"));
    const int room = width() - m_theme.px(2 * (Theme::windowMargin + 4));
    m_tabs->setTight(false);
    m_tabs->setTitles(tabTitles(true));
    if (m_tabs->sizeHint().width() > room) {
        m_tabs->setTitles(tabTitles(false)); // the lists' own titles say how many
        m_tabs->setTight(true);
    }
    m_tabs->setGeometry(m_theme.px(Theme::windowMargin + 4), 0, m_tabs->sizeHint().width(),
                        m_theme.px(tabsHeight));
}

QStringList BoardPanels::tabTitles(bool counted) const
{
    QStringList titles;
    for (const QList<Panel *> &group : groups()) {
        const PanelTitle &title = group.first()->title();
        if (group.size() > 1 && columns() == Columns::One)
            titles.append(tr("Steps"));
        else if (counted)
            titles.append(QStringList{title.title(), title.count()}.join(u' ').trimmed());
        else
            titles.append(group.first() == m_completed ? tr("Completed") : title.title());
    }
    return titles;
}

bool BoardPanels::selectOrder(CrmId orderId)
{
    for (Panel *panel : panels()) {
        if (!panel->rows().selectOrder(orderId)
            && (panel->foldedRows() == nullptr || !panel->foldedRows()->selectOrder(orderId)))
            continue;
        bringToFront(panel);
        return true;
    }
    return false;
}

CrmId BoardPanels::firstOrder() const
{
    for (const RowList *list : lists()) {
        if (const CrmId order = list->firstOrder(); !order.isNull())
            return order;
    }
    return {};
}

BoardPanels::Columns BoardPanels::columns() const
{
    if (m_theme.isRoomy())
        return Columns::Three;
    const bool isLow = height() < m_theme.px(singleListBelow);
    if (width() >= m_theme.px(oneColumnBelow))
        return isLow ? Columns::Pairs : Columns::Two;
    return isLow ? Columns::Single : Columns::One;
}

/// What is in sight together; more than one means tabs.
QList<QList<Panel *>> BoardPanels::groups() const
{
    switch (columns()) {
    case Columns::Single:
        return {{m_running}, {m_ready}, {m_urgent}, {m_completed}};
    case Columns::One:
        return {{m_running, m_ready}, {m_urgent}, {m_completed}};
    case Columns::Pairs:
        return {{m_running, m_completed}, {m_ready, m_urgent}};
    case Columns::Two:
    case Columns::Three:
        break;
    }
    return {panels()};
}

int BoardPanels::frontGroup() const
{
    const QList<QList<Panel *>> all = groups();
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).contains(m_front))
            return i;
    }
    return 0;
}

void BoardPanels::bringToFront(Panel *panel)
{
    m_front = panel;
    showFront();
}

void BoardPanels::showFront()
{
    const QList<QList<Panel *>> all = groups();
    const int front = frontGroup();
    m_tabs->setVisible(all.size() > 1);
    m_tabs->setCurrent(front);
    for (int i = 0; i < all.size(); ++i) {
        for (Panel *panel : all.at(i))
            panel->setVisible(i == front);
    }
}

void BoardPanels::layOut()
{
    const int margin = m_theme.px(Theme::windowMargin);
    const QRect body = rect().adjusted(margin, margin, -margin, -margin);
    refreshTabs();
    showFront();
    switch (columns()) {
    case Columns::Single:
    case Columns::One:
        return layOutTabbed(body);
    case Columns::Pairs:
        return layOutPairs(body);
    case Columns::Two:
        return layOutTwo(body);
    case Columns::Three:
        return layOutThree(body);
    }
}

void BoardPanels::layOutTabbed(QRect body)
{
    body.setTop(m_theme.px(tabsHeight + 8));
    for (Panel *panel : panels()) {
        const int pitch =
            m_theme.px(ColumnTable(panel->kind()).isTwoLine() ? twoLinePitch : singlePitch);
        panel->setPitch(rowsIn(body.height() - panel->chrome(), pitch, mostStretch).pitch);
        panel->setGeometry(body);
    }
    if (columns() == Columns::One)
        stackSteps(body);
}

void BoardPanels::layOutPairs(QRect body)
{
    body.setTop(m_theme.px(tabsHeight + 8));
    const int gap = m_theme.px(8);
    const int left = (body.width() - gap) * 760 / 1248;
    for (Panel *panel : panels()) {
        const bool isLeft = panel == m_running || panel == m_ready;
        const int pitch = m_theme.px(isLeft ? twoLinePitch : singlePitch);
        panel->setPitch(rowsIn(body.height() - panel->chrome(), pitch, mostStretch).pitch);
        panel->setGeometry(isLeft ? QRect(body.topLeft(), QSize(left, body.height()))
                                  : body.adjusted(left + gap, 0, 0, 0));
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
