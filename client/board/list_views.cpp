// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/list_views.h"

#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/view_popup.h"
#include "client/models/board.h"

namespace pressboard::client {

ListViews::ListViews(const Theme &theme, Board &board, const QList<Panel *> &panels,
                     QWidget *parent)
    : QObject(parent)
    , m_board(board)
    , m_panels(panels)
    , m_popup(new ViewPopup(theme, parent))
{
    for (Panel *panel : panels)
        connectPanel(panel);
    connect(m_popup, &ViewPopup::viewChanged, this,
            [this](const RowView &view) { setView(*m_opened, view); });
}

void ListViews::connectPanel(Panel *panel)
{
    connect(&panel->title(), &PanelTitle::viewChanged, this,
            [this, panel](const RowView &view) { setView(*panel, view); });
    connect(&panel->title(), &PanelTitle::choiceRequested, this,
            [this, panel](const QPoint &below) { open(panel, below); });
}

void ListViews::setView(const Panel &panel, const RowView &view)
{
    m_board.setView(listOf(panel), view);
    refresh();
    Q_EMIT changed();
}

void ListViews::open(Panel *panel, const QPoint &below)
{
    BoardListModel &list = listOf(*panel);
    m_opened = panel;
    m_popup->openBelow(below, list.view(),
                       {m_board.choices(list), m_mySteps, ColumnTable(panel->kind()).sorts(),
                        panel->kind() == ListKind::Running});
}

BoardListModel &ListViews::listOf(const Panel &panel) const
{
    switch (panel.kind()) {
    case ListKind::Running:
        return m_board.running();
    case ListKind::Urgent:
        return m_board.urgent();
    case ListKind::Completed:
        return m_board.completed();
    case ListKind::Due:
        return m_board.due();
    case ListKind::Ready:
    case ListKind::Blocked:
        break;
    }
    return m_board.ready();
}

void ListViews::setMySteps(const QStringList &steps)
{
    m_mySteps = steps;
    refresh();
}

void ListViews::refresh()
{
    for (Panel *panel : std::as_const(m_panels))
        panel->title().setView(listOf(*panel).view(), m_mySteps);
}

bool ListViews::isNarrowed(const Panel &panel) const
{
    return listOf(panel).view().filter.isOn();
}

} // namespace pressboard::client
