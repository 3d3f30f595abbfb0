// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/column_table.h"
#include "client/orders/order_actions.h"
#include "shared/base/crm_id.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>

class QScrollBar;

namespace pressboard::client {

class RowDelegate;
class Theme;

/// A list of painted rows. Letters typed on it go to the search, a click or Enter opens the
/// order, its menu copies a sentence for a chat or opens the order in the CRM.
///
/// Rows come and go under the reader's eyes: what he selected stays selected as long as it is
/// there, and once he has scrolled, the uppermost row he sees stays the uppermost.
class RowList final : public QListView
{
    Q_OBJECT
public:
    /// `theme` and `actions` must outlive it.
    RowList(const Theme &theme, ListKind kind, OrderActions &actions, QWidget *parent = nullptr);

    /// Every row of the list has this height, in device-independent pixels.
    void setPitch(int pitch);
    int pitch() const { return m_pitch; }
    /// Painted in an empty list.
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }
    /// Selects and shows the first row of this order; false when it is not listed.
    bool selectOrder(CrmId orderId);
    CrmId currentOrder() const;
    /// All that are selected, each once, from the uppermost down; empty: none.
    QList<CrmId> selectedOrders() const;
    /// The order of the first row, if there is one.
    CrmId firstOrder() const;

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &letters) override;

Q_SIGNALS:
    void typed(const QString &letters);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    /// What a row is, also after the model was read anew.
    struct RowKey
    {
        CrmId orderId;
        CrmId progressId;
        bool operator==(const RowKey &) const = default;
    };
    static std::optional<RowKey> keyOf(const QModelIndex &index);
    QModelIndex indexOf(const RowKey &key) const;
    QModelIndex upperRow() const;
    void choose(const QModelIndex &index);
    OrderActions::Chosen chosen() const;
    void holdUpperRow();
    void rememberRows();
    void restoreRows();
    QList<QModelIndex> selectedRows() const;

    void addBar();
    void openClicked(const QModelIndex &index);
    void applyTheme();
    static CrmId orderAt(const QModelIndex &index);

    const Theme &m_theme;
    OrderActions &m_actions;
    RowDelegate *m_delegate;
    QScrollBar *m_bar; ///< over the rows' right padding, while the pointer is here
    QString m_emptyText;
    int m_pitch = 40;
    QPersistentModelIndex m_held; ///< to be the uppermost again after the next layout
    std::optional<RowKey> m_upperBefore; ///< over a reset
    QList<RowKey> m_selectedBefore;
};

} // namespace pressboard::client
