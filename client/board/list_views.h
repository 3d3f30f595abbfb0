// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_view.h"

#include <QObject>
#include <QStringList>

class QPoint;

namespace pressboard::client {

class Board;
class BoardListModel;
class Panel;
class Theme;
class ViewPopup;

/// Carries between the titles of the panels, where somebody chooses how a list is filtered and
/// sorted, and the board, which does it.
class ListViews final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this; the popup belongs to `parent`.
    ListViews(const Theme &theme, Board &board, const QList<Panel *> &panels, QWidget *parent);

    /// What the button 我的工序 of each list narrows it to.
    void setMySteps(const QStringList &steps);
    /// Lets the titles say how their lists are filtered and sorted now.
    void refresh();
    bool isNarrowed(const Panel &panel) const;

Q_SIGNALS:
    /// The filter or the order of a list was chosen anew.
    void changed();

private:
    void connectPanel(Panel *panel);
    void setView(const Panel &panel, const RowView &view);
    void open(Panel *panel, const QPoint &below);
    BoardListModel &listOf(const Panel &panel) const;

    Board &m_board;
    QList<Panel *> m_panels;
    ViewPopup *m_popup;
    Panel *m_opened = nullptr; ///< whose view the popup shows
    QStringList m_mySteps;
};

} // namespace pressboard::client
