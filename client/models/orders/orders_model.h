// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "client/models/order_prefix.h"
#include "client/models/orders/order_index.h"
#include "client/store/store.h"
#include "shared/base/crm_id.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace pressboard::client {

/// The orders page's table: a row an order, a column an OrderColumn, over the store's book. It
/// keeps no order, only which ones are wanted and where they stand; of a change it says exactly
/// what became of the rows it touched.
///
/// While nobody looks it follows nothing, so that a board without its orders page open pays
/// nothing.
class OrdersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// How long a row that just changed has its blue edge.
    static constexpr std::chrono::milliseconds edgeTime{3000};

    /// `store` and `clock` must outlive the model. It starts unwatched.
    OrdersModel(const Store &store, const Clock &clock, QObject *parent = nullptr);

    void setWatched(bool watched);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole and AccessibleTextRole: the cell's words. RowRole (the whole row as a BoardRow),
    /// OrderIdRole and RecentlyChangedRole: the same in every column.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

    CrmId orderIdAt(int row) const { return m_index.orderAt(row); }
    /// Null only between a change of the book and the end of its signals.
    const Order *orderAt(int row) const;
    /// Nothing when the order is not among those wanted.
    std::optional<int> rowOf(CrmId orderId) const { return m_index.rowOf(orderId); }
    /// One order as a row, whether it is listed or not.
    BoardRow rowOf(const Order &order) const;

    /// The shop's own fields of orders: the columns behind the others.
    const QList<CustomField> &fields() const { return m_fields; }
    const OrderSorting &sorting() const { return m_index.sorting(); }
    const OrderFilter &filter() const { return m_index.filter(); }
    const OrderCounts &counts() const { return m_index.counts(); }
    void setFilter(const OrderFilter &filter);
    /// As in SearchText.
    void setSearch(const QString &text);
    /// Call it about once a second: when the board's minute moved, rows tell other times.
    void tick();
    /// What is wanted, as it stands.
    QList<CrmId> listed() const;

Q_SIGNALS:
    void countsChanged();

private:
    template<typename Act> void resetBy(Act act);
    void rebuild();
    void takeFields();
    void follow(const Change &change);
    void refresh(CrmId orderId);
    void moveRow(CrmId orderId, const Order *order, const OrderIndex::Move &move);
    void learnNumber(const QString &orderNo);
    int prefixLength() const { return OrderPrefix::lengthBetween(m_leastNumber, m_greatestNumber); }
    void noteEdges(const QSet<CrmId> &orderIds);
    void dropEdges();
    void moveClock();
    void tell(int firstRow, int lastRow);

    const Store &m_store;
    const Clock &m_clock;
    bool m_watched = false;
    bool m_outdated = true; ///< the book moved while nobody looked
    QList<CustomField> m_fields;
    OrderIndex m_index;
    // Of all orders, not of those shown, so that the shared beginning does not change with the
    // search; until the book is read anew they only grow apart.
    QString m_leastNumber;
    QString m_greatestNumber;
    Moment m_now; ///< a full minute
    QDate m_today;
    QHash<CrmId, std::chrono::milliseconds> m_edges; ///< since when
    QTimer m_edgeTimer;
};

} // namespace pressboard::client
