// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/order_filter.h"
#include "client/models/orders/order_sort.h"
#include "client/search/search_text.h"
#include "shared/state/book.h"

#include <unordered_map>
#include <vector>

namespace pressboard::client {

/// All orders in one order of things, and those of them that are wanted: 20,000 orders are searched
/// within one frame, because what is searched, filtered and sorted by is taken from each order once
/// per change of it, not once per letter typed.
///
/// Rows are counted among the wanted. The index keeps IDs, no orders.
class OrderIndex
{
public:
    /// Where the row of one order is and where it belongs; nothing for not shown. Both count the
    /// rows as they are before the move, as QAbstractItemModel::beginMoveRows() does.
    struct Move
    {
        std::optional<int> from;
        std::optional<int> to;
        bool staysInPlace() const { return from && to && (*to == *from || *to == *from + 1); }
    };

    int count() const { return int(m_shown.size()); }
    CrmId orderAt(int row) const { return m_shown[size_t(row)]->orderId; }
    /// Nothing when the order is not wanted.
    std::optional<int> rowOf(CrmId orderId) const;
    const OrderCounts &counts() const { return m_counts; }
    const OrderSorting &sorting() const { return m_sorting; }
    const OrderFilter &filter() const { return m_filter; }

    /// Everything anew; quickest where little is new, as after most snapshots.
    void rebuild(const Book &book, const QSet<QString> &joinSteps,
                 const QList<CustomField> &fields = {});
    void sortBy(const OrderSorting &sorting, const Book &book);
    void setFilter(const OrderFilter &filter);
    bool isOtherSearch(const QString &text) const { return m_search.isOther(text); }
    void setSearch(const QString &text);
    /// What the due tiers are told from.
    void setToday(QDate today);

    /// One order is another now (null: gone). Ask moveOf() where its row goes before update().
    Move moveOf(CrmId orderId, const Order *order) const;
    void update(CrmId orderId, const Order *order);

private:
    struct Entry
    {
        CrmId orderId;
        QString orderNo;
        OrderStatus status = OrderStatus::Unknown;
        PrintType printType = PrintType::Unknown;
        QDate dueIfOpen;
        QString workOrderNo; ///< with the next three and orderNo: what searchKey is made of
        QString customerName;
        QString productName;
        QString custom; ///< what is searched of the shop's own fields
        QString searchKey;
        OrderSortKey sort;
    };
    using Entries = std::vector<const Entry *>;

    Entry entryOf(const Order &order) const;
    void fill(Entry &entry, const Order &order) const;
    void fillSearchKey(Entry &entry, const Order &order) const;
    void forgetOthers(const Book &book);
    const Entry *find(CrmId orderId) const;
    bool standsBefore(const Entry &a, const Entry &b) const;
    Entries::iterator placeIn(Entries &entries, const Entry &entry) const;
    int rowFor(const Entry &entry) const;
    bool isWanted(const Entry &entry) const;
    bool hasWantedStatus(const Entry &entry) const;
    bool hasWantedDue(const Entry &entry) const;
    void sortAll();
    void filterAll() { filter(Entries(m_all)); }
    void filter(const Entries &candidates);
    void add(const Entry &entry);
    void remove(const Entry &entry);

    std::unordered_map<CrmId, Entry> m_entries; ///< keeps addresses
    Entries m_all; ///< sorted
    Entries m_wanted; ///< sorted; of every status, as m_counts counts them
    Entries m_shown; ///< sorted; of the wanted status
    OrderCounts m_counts;
    OrderSorting m_sorting;
    OrderFilter m_filter;
    SearchText m_search;
    QDate m_today;
    QSet<QString> m_joinSteps;
    QList<CustomField> m_fields; ///< the shop's own ones of orders
};

} // namespace pressboard::client
