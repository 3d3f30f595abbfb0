// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pressboard::client {

class Board;
class BoardListModel;
class ListViews;
class Settings;

/// How the board's lists are filtered and sorted, kept over a restart. What somebody chose holds
/// until the station's own steps change: then the lists begin with these.
class ViewStateStore final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ViewStateStore(Settings &settings, Board &board, ListViews &views);

private:
    void begin();
    void beginWithMySteps();
    void keep();
    QMap<QString, BoardListModel *> lists() const;

    Settings &m_settings;
    Board &m_board;
    ListViews &m_views;
};

} // namespace pressboard::client
