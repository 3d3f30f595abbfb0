// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_index.h"

#include <algorithm>

namespace pressboard::client {

OrderIndex::Entry OrderIndex::entryOf(const Order &order) const
{
    Entry entry;
    fill(entry, order);
    return entry;
}

void OrderIndex::fill(Entry &entry, const Order &order) const
{
    fillSearchKey(entry, order);
    entry.orderId = order.orderId;
    entry.status = order.status;
    entry.printType = order.printType;
    entry.dueIfOpen = order.isOpen() ? order.deliveryDate : QDate();
    entry.sort = sortKeyOf(order, m_sorting.column, m_joinSteps, m_fields);
}

/// Two thirds of the work, and for nothing where the words are the same.
void OrderIndex::fillSearchKey(Entry &entry, const Order &order) const
{
    const QString custom = SearchText::customTextOf(order);
    if (!entry.searchKey.isEmpty() && entry.custom == custom && entry.orderNo == order.orderNo
        && entry.workOrderNo == order.workOrderNo && entry.customerName == order.customerName
        && entry.productName == order.productName)
        return;
    entry.custom = custom;
    entry.orderNo = order.orderNo;
    entry.workOrderNo = order.workOrderNo;
    entry.customerName = order.customerName;
    entry.productName = order.productName;
    entry.searchKey = SearchText::keyOf(order);
}

const OrderIndex::Entry *OrderIndex::find(CrmId orderId) const
{
    const auto found = m_entries.find(orderId);
    return found == m_entries.end() ? nullptr : &found->second;
}

/// Total: order numbers and then IDs decide between equals, always upwards.
bool OrderIndex::standsBefore(const Entry &a, const Entry &b) const
{
    if (const int order = compare(a.sort, b.sort, m_sorting.direction))
        return order < 0;
    if (const int numbers = QString::compare(a.orderNo, b.orderNo))
        return numbers < 0;
    return a.orderId < b.orderId;
}

OrderIndex::Entries::iterator OrderIndex::placeIn(Entries &entries, const Entry &entry) const
{
    return std::lower_bound(entries.begin(), entries.end(), entry,
                            [this](const Entry *a, const Entry &b) { return standsBefore(*a, b); });
}

int OrderIndex::rowFor(const Entry &entry) const
{
    const auto place =
        std::lower_bound(m_shown.begin(), m_shown.end(), entry,
                         [this](const Entry *a, const Entry &b) { return standsBefore(*a, b); });
    return int(place - m_shown.begin());
}

std::optional<int> OrderIndex::rowOf(CrmId orderId) const
{
    const Entry *entry = find(orderId);
    if (!entry || !isWanted(*entry) || !hasWantedStatus(*entry))
        return std::nullopt;
    return rowFor(*entry);
}

bool OrderIndex::hasWantedDue(const Entry &entry) const
{
    if (m_filter.due == DueFilter::Any)
        return true;
    if (!entry.dueIfOpen.isValid())
        return false;
    const DueTier tier = dueTier(entry.dueIfOpen, m_today);
    switch (m_filter.due) {
    case DueFilter::Overdue:
        return tier == DueTier::Overdue;
    case DueFilter::Today:
        return tier == DueTier::Today;
    case DueFilter::Within3Days:
        return tier == DueTier::Within3Days;
    case DueFilter::Any:
    case DueFilter::Urgent:
        break;
    }
    return isUrgent(tier);
}

bool OrderIndex::hasWantedStatus(const Entry &entry) const
{
    return !m_filter.status || entry.status == *m_filter.status;
}

/// By all but its status: the counts of every status are told.
bool OrderIndex::isWanted(const Entry &entry) const
{
    return (!m_filter.printType || entry.printType == *m_filter.printType)
        && (m_filter.among.isEmpty() || m_filter.among.contains(entry.orderId))
        && hasWantedDue(entry) && m_search.matchesKey(entry.searchKey);
}

void OrderIndex::rebuild(const Book &book, const QSet<QString> &joinSteps,
                         const QList<CustomField> &fields)
{
    m_joinSteps = joinSteps;
    m_fields = fields;
    forgetOthers(book);
    m_all.reserve(size_t(book.orders().size()));
    for (const Order &order : book.orders()) {
        const auto [place, isNew] = m_entries.try_emplace(order.orderId);
        fill(place->second, order);
        if (isNew)
            m_all.push_back(&place->second);
    }
    sortAll();
    filterAll();
}

/// Those that the book does not have any more.
void OrderIndex::forgetOthers(const Book &book)
{
    const auto isGone = [&book](CrmId orderId) { return book.order(orderId) == nullptr; };
    std::erase_if(m_all, [&](const Entry *entry) { return isGone(entry->orderId); });
    std::erase_if(m_entries, [&](const auto &entry) { return isGone(entry.first); });
}

void OrderIndex::sortBy(const OrderSorting &sorting, const Book &book)
{
    const bool isOtherColumn = sorting.column != m_sorting.column;
    m_sorting = sorting;
    if (isOtherColumn) {
        for (auto &[orderId, entry] : m_entries) {
            if (const Order *order = book.order(orderId))
                entry.sort = sortKeyOf(*order, sorting.column, m_joinSteps, m_fields);
        }
    }
    sortAll();
    filterAll();
}

void OrderIndex::sortAll()
{
    const auto isBefore = [this](const Entry *a, const Entry *b) { return standsBefore(*a, *b); };
    if (!std::is_sorted(m_all.begin(), m_all.end(), isBefore))
        std::sort(m_all.begin(), m_all.end(), isBefore);
}

void OrderIndex::filter(const Entries &candidates)
{
    m_wanted.clear();
    m_shown.clear();
    m_counts = {};
    for (const Entry *entry : candidates) {
        if (!isWanted(*entry))
            continue;
        m_wanted.push_back(entry);
        m_counts.add(entry->status, +1);
        if (hasWantedStatus(*entry))
            m_shown.push_back(entry);
    }
}

void OrderIndex::setFilter(const OrderFilter &filter)
{
    m_filter = filter;
    filterAll();
}

void OrderIndex::setSearch(const QString &text)
{
    const bool narrows = m_search.isNarrowedBy(text);
    if (m_search.setText(text))
        filter(Entries(narrows ? m_wanted : m_all));
}

void OrderIndex::setToday(QDate today)
{
    m_today = today;
    if (m_filter.due != DueFilter::Any)
        filterAll();
}

OrderIndex::Move OrderIndex::moveOf(CrmId orderId, const Order *order) const
{
    Move move;
    move.from = rowOf(orderId);
    if (order) {
        const Entry entry = entryOf(*order);
        if (isWanted(entry) && hasWantedStatus(entry))
            move.to = rowFor(entry);
    }
    return move;
}

void OrderIndex::update(CrmId orderId, const Order *order)
{
    if (const Entry *old = find(orderId)) {
        remove(*old);
        m_entries.erase(orderId);
    }
    if (order)
        add(m_entries[orderId] = entryOf(*order));
}

void OrderIndex::add(const Entry &entry)
{
    m_all.insert(placeIn(m_all, entry), &entry);
    if (!isWanted(entry))
        return;
    m_wanted.insert(placeIn(m_wanted, entry), &entry);
    m_counts.add(entry.status, +1);
    if (hasWantedStatus(entry))
        m_shown.insert(placeIn(m_shown, entry), &entry);
}

void OrderIndex::remove(const Entry &entry)
{
    m_all.erase(placeIn(m_all, entry));
    if (!isWanted(entry))
        return;
    m_wanted.erase(placeIn(m_wanted, entry));
    m_counts.add(entry.status, -1);
    if (hasWantedStatus(entry))
        m_shown.erase(placeIn(m_shown, entry));
}

} // namespace pressboard::client
