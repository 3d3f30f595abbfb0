// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"
#include "client/text/wrapped_text.h"
#include "shared/base/crm_id.h"

#include <QWidget>

namespace pressboard::client {

class Board;
class DueSentence;
class DueWork;
class ListViews;
class OrderActions;
class Panel;
class Store;
class Theme;

/// 今日必交: the sums in a sentence, how they were made, and the list by risk.
class TodayPanel final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the panel.
    TodayPanel(const Theme &theme, const Store &store, Board &board, DueWork &work,
               OrderActions &actions, QWidget *parent = nullptr);

    void refresh(const LinkFacts &link, bool isSearched);
    /// With so many rows in sight, whether or not it was laid out yet.
    int heightFor(int width, int rows) const;
    Panel &panel() const { return *m_panel; }
    DueSentence &sentence() const { return *m_sentence; }

Q_SIGNALS:
    void typed(const QString &letters);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void open(int door);
    void showSums();
    WrappedText note() const;
    bool isNoteBeside(int width) const;
    int headHeight(int width) const;
    QRect noteBox() const;
    void layOut();

    const Theme &m_theme;
    const Store &m_store;
    Board &m_board;
    DueWork &m_work;
    OrderActions &m_actions;
    DueSentence *m_sentence;
    Panel *m_panel;
    ListViews *m_views;
};

} // namespace pressboard::client
