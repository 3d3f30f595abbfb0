// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/first_panel.h"

namespace pressboard::client {

class Board;
class DueWork;
class OrderActions;
class Store;
class Theme;
class TodayPanel;

/// 今日必交 as the first thing on the board of a desk without steps of its own.
class TodayFirst final : public FirstPanel
{
    Q_OBJECT
public:
    /// All must outlive it.
    TodayFirst(const Theme &theme, const Store &store, Board &board, DueWork &work,
               OrderActions &actions, QWidget *parent = nullptr);

    TodayPanel &today() const { return *m_today; }

    int heightWithin(QSize room) const override;
    void refresh(const LinkFacts &link, bool isSearched) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    Board &m_board;
    TodayPanel *m_today;
};

} // namespace pressboard::client
