// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/orders_model.h"

#include "client/models/board_entry.h"
#include "client/models/changed_orders.h"
#include "client/models/orders/order_cells.h"

#include <utility>

namespace pressboard::client {

OrdersModel::OrdersModel(const Store &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_fields(store.shop().fields.ofOrders)
{
    m_edgeTimer.setSingleShot(true);
    connect(&m_edgeTimer, &QTimer::timeout, this, &OrdersModel::dropEdges);
    connect(&store, &Store::changed, this, &OrdersModel::follow);
    connect(&store, &Store::bookReplaced, this, &OrdersModel::rebuild);
    connect(&store, &Store::shopChanged, this, &OrdersModel::takeFields);
    connect(&store, &Store::shopChanged, this, &OrdersModel::rebuild);
    // What was frozen while stale runs on at once.
    connect(&store, &Store::connectionChanged, this, &OrdersModel::moveClock);
    connect(&store, &Store::sourceChanged, this, &OrdersModel::moveClock);
}

void OrdersModel::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        return;
    if (std::exchange(m_outdated, false))
        rebuild();
    else
        moveClock();
}

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_index.count();
}

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : orderColumnCount + int(m_fields.size());
}

const Order *OrdersModel::orderAt(int row) const
{
    return m_store.book().order(orderIdAt(row));
}

BoardRow OrdersModel::rowOf(const Order &order) const
{
    const BoardEntry entry = heldEntry(order, m_store.ready().joinSteps());
    BoardRow row = entry.row;
    tellTime(row, entry.since, m_now, m_today);
    row.sharedPrefix = OrderPrefix::in(row.orderNo, prefixLength());
    row.recentlyChanged = m_edges.contains(order.orderId);
    return row;
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == OrderIdRole)
        return QVariant::fromValue(orderIdAt(index.row()));
    if (role == RecentlyChangedRole)
        return m_edges.contains(orderIdAt(index.row()));
    const auto column = OrderColumn(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (cells::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    const Order *order = orderAt(index.row());
    if (!order)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(rowOf(*order));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return cells::text(column, {*order, rowOf(*order), m_store.zone(), m_fields});
    return {};
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return cells::title(OrderColumn(section), m_fields);
}

/// Lets `act` change which rows there are, all at once.
template<typename Act> void OrdersModel::resetBy(Act act)
{
    beginResetModel();
    act();
    endResetModel();
    Q_EMIT countsChanged();
}

/// Also while nobody looks: which columns there are is asked at any time.
void OrdersModel::takeFields()
{
    if (m_fields == m_store.shop().fields.ofOrders)
        return;
    beginResetModel();
    m_fields = m_store.shop().fields.ofOrders;
    endResetModel();
}

void OrdersModel::rebuild()
{
    m_outdated = !m_watched;
    if (m_outdated)
        return;
    m_now = std::chrono::floor<std::chrono::minutes>(m_store.boardNow());
    m_today = m_store.today();
    resetBy([this] {
        m_edges.clear();
        m_leastNumber.clear();
        m_greatestNumber.clear();
        for (const Order &order : m_store.book().orders())
            learnNumber(order.orderNo);
        m_index.setToday(m_today);
        m_index.rebuild(m_store.book(), m_store.ready().joinSteps(), m_fields);
    });
}

void OrdersModel::setFilter(const OrderFilter &filter)
{
    if (filter != m_index.filter())
        resetBy([&] { m_index.setFilter(filter); });
}

void OrdersModel::setSearch(const QString &text)
{
    if (m_index.isOtherSearch(text))
        resetBy([&] { m_index.setSearch(text); });
}

void OrdersModel::sort(int column, Qt::SortOrder direction)
{
    const OrderSorting sorting{OrderColumn(column), direction};
    if (sorting == m_index.sorting())
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<CrmId> orders;
    for (const QModelIndex &index : before)
        orders.append(orderIdAt(index.row()));
    m_index.sortBy(sorting, m_store.book());
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_index.rowOf(orders.at(i)).value_or(-1), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrdersModel::follow(const Change &change)
{
    if (!change.rowsChanged())
        return;
    m_outdated = m_outdated || !m_watched;
    if (m_outdated)
        return;
    const OrderCounts counts = m_index.counts();
    const QSet<CrmId> orders = ordersIn(change);
    if (!change.imported && !m_store.isReplaying())
        noteEdges(orders);
    for (const CrmId &orderId : orders)
        refresh(orderId);
    if (m_index.counts() != counts)
        Q_EMIT countsChanged();
}

void OrdersModel::refresh(CrmId orderId)
{
    const int prefix = prefixLength();
    const Order *order = m_store.book().order(orderId);
    if (order)
        learnNumber(order->orderNo);
    moveRow(orderId, order, m_index.moveOf(orderId, order));
    if (prefixLength() != prefix)
        tell(0, rowCount() - 1);
    else if (const std::optional<int> row = rowOf(orderId))
        tell(*row, *row);
}

void OrdersModel::moveRow(CrmId orderId, const Order *order, const OrderIndex::Move &move)
{
    if (move.from && move.to && !move.staysInPlace()) {
        beginMoveRows({}, *move.from, *move.from, {}, *move.to);
        m_index.update(orderId, order);
        endMoveRows();
    } else if (move.from && !move.to) {
        beginRemoveRows({}, *move.from, *move.from);
        m_index.update(orderId, order);
        endRemoveRows();
    } else if (!move.from && move.to) {
        beginInsertRows({}, *move.to, *move.to);
        m_index.update(orderId, order);
        endInsertRows();
    } else {
        m_index.update(orderId, order);
    }
}

void OrdersModel::learnNumber(const QString &orderNo)
{
    if (orderNo.isEmpty()) // of an order of which only a step is known
        return;
    if (m_leastNumber.isEmpty() || orderNo < m_leastNumber)
        m_leastNumber = orderNo;
    if (orderNo > m_greatestNumber)
        m_greatestNumber = orderNo;
}

void OrdersModel::noteEdges(const QSet<CrmId> &orderIds)
{
    for (const CrmId &orderId : orderIds)
        m_edges.insert(orderId, m_clock.monotonic());
    if (!m_edgeTimer.isActive())
        m_edgeTimer.start(edgeTime);
}

void OrdersModel::dropEdges()
{
    const auto now = m_clock.monotonic();
    for (auto edge = m_edges.begin(); edge != m_edges.end();) {
        if (now - *edge < edgeTime) {
            ++edge;
            continue;
        }
        const CrmId orderId = edge.key();
        edge = m_edges.erase(edge);
        if (const std::optional<int> row = rowOf(orderId))
            tell(*row, *row);
    }
    if (m_edges.isEmpty())
        m_edgeTimer.stop();
    else if (!m_edgeTimer.isActive())
        m_edgeTimer.start(edgeTime / 4);
}

void OrdersModel::tick()
{
    dropEdges();
    moveClock();
}

void OrdersModel::moveClock()
{
    const Moment now = std::chrono::floor<std::chrono::minutes>(m_store.boardNow());
    if (!m_watched || now == m_now)
        return;
    m_now = now;
    if (m_store.today() == m_today)
        return tell(0, rowCount() - 1);
    m_today = m_store.today();
    resetBy([this] { m_index.setToday(m_today); });
}

void OrdersModel::tell(int firstRow, int lastRow)
{
    if (firstRow <= lastRow)
        Q_EMIT dataChanged(index(firstRow, 0), index(lastRow, columnCount() - 1));
}

QList<CrmId> OrdersModel::listed() const
{
    QList<CrmId> ids;
    ids.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row)
        ids.append(orderIdAt(row));
    return ids;
}

} // namespace pressboard::client
