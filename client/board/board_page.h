// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/page.h"
#include "shared/base/crm_id.h"

namespace pressboard::client {

class Board;
class BoardPanels;
class FirstPanel;
class NumbersStrip;
class OrderActions;
class Store;
class Theme;

/// 看板: the server's numbers over the four lists, each with its name, its count and its words for
/// being empty.
class BoardPage final : public Page
{
    Q_OBJECT
public:
    /// All must outlive the page.
    BoardPage(const Theme &theme, const Store &store, Board &board, OrderActions &actions,
              QWidget *parent = nullptr);

    NumbersStrip &numbers() const { return *m_numbers; }
    BoardPanels &panels() const { return *m_panels; }

    /// Takes it; it stays away until it is wanted.
    void setFirst(FirstPanel *first);
    void setFirstWanted(bool wanted);

    QString title() const override;
    void refresh(const LinkFacts &link) override;
    void setSearch(const QString &words) override;
    CrmId firstFound() const override;
    bool showOrder(CrmId orderId) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void applySizes();
    void placeFirst();
    void refreshTitles();
    void nameLists();
    void refreshEmptyTexts(const LinkFacts &link);

    const Theme &m_theme;
    const Store &m_store;
    Board &m_board;
    OrderActions &m_actions;
    NumbersStrip *m_numbers;
    BoardPanels *m_panels;
    FirstPanel *m_first = nullptr; ///< null until set
    bool m_isFirstWanted = false;
    QString m_search;
};

} // namespace pressboard::client
