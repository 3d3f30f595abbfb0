// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_columns.h"
#include "client/orders/order_actions.h"
#include "shared/base/crm_id.h"

#include <QSet>
#include <QTableView>
#include <QTimer>

#include <optional>

namespace pressboard::client {

class OrderCellDelegate;
class OrdersModel;
class Theme;

/// The rows of the orders page. One order is chosen and stays it, whatever happens to the rows; the
/// rows in sight stay where they are while others come and go above them.
class OrderTable final : public QTableView
{
    Q_OBJECT
public:
    /// All must outlive the table.
    OrderTable(const Theme &theme, OrdersModel &model, OrderActions &actions,
               QWidget *parent = nullptr);

    void setColumns(const OrderColumns &columns);
    const OrderColumns &columns() const { return m_columns; }
    /// Painted in an empty list.
    void setEmptyText(const QString &text);

    /// 0: none.
    CrmId chosenOrder() const { return m_chosen; }
    /// All that are selected, from the uppermost down; empty: none.
    QList<CrmId> selectedOrders() const;
    /// Scrolls to it, too; false when it is not listed.
    bool choose(CrmId orderId);

    void keyboardSearch(const QString &letters) override;

Q_SIGNALS:
    void orderChosen(CrmId orderId);
    /// With the mouse, and not to choose several.
    void orderClicked(CrmId orderId);
    void typed(const QString &letters);
    /// The user arranged them otherwise.
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void connectHeader();
    void holdRows();
    void releaseRows();
    void applyTheme();
    void applySizes();
    void applyColumns();
    void fitRows();
    void fitColumns(std::optional<OrderColumn> kept = {});
    void keepWidths(OrderColumn changed);
    void hover(int row);
    void hold(int leavingRow = -1);
    void release();
    void goTo(int row);
    void rememberSelection();
    void selectAgain();
    OrderActions::Chosen chosen() const;

    const Theme &m_theme;
    OrdersModel &m_model;
    OrderActions &m_actions;
    OrderCellDelegate *m_cells;
    OrderColumns m_columns;
    QTimer m_arranged; ///< one word about it when the user's hand rests
    bool m_arranging = false; ///< it is us who move and widen columns, not the user
    QString m_emptyText;
    CrmId m_chosen;
    QSet<CrmId> m_selectedBefore; ///< over a reset, which forgets
    CrmId m_topOrder; ///< first in sight before the rows changed; none: the list's beginning
    bool m_rowsChange = false; ///< what becomes current meanwhile, nobody chose
};

} // namespace pressboard::client
