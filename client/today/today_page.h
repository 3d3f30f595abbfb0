// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/page.h"

namespace pressboard::client {

class Board;
class DueWork;
class OrderActions;
class Store;
class Theme;
class TodayPanel;

/// 今日必交, with all the room there is.
class TodayPage final : public Page
{
    Q_OBJECT
public:
    /// All must outlive the page.
    TodayPage(const Theme &theme, const Store &store, Board &board, DueWork &work,
              OrderActions &actions, QWidget *parent = nullptr);

    TodayPanel &today() const { return *m_today; }

    QString title() const override;
    void refresh(const LinkFacts &link) override;
    void setSearch(const QString &words) override;
    CrmId firstFound() const override;
    bool showOrder(CrmId orderId) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    const Theme &m_theme;
    Board &m_board;
    TodayPanel *m_today;
    QString m_search;
};

} // namespace pressboard::client
