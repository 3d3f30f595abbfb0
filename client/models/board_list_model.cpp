// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_list_model.h"

#include "client/models/format.h"
#include "client/models/order_number.h"

#include <algorithm>

namespace pressboard::client {
namespace {

bool pointsBefore(const std::unique_ptr<BoardEntry> &a, const BoardEntry &b)
{
    return standsBefore(*a, b);
}

} // namespace

BoardListModel::BoardListModel(const BoardScope &scope, QObject *parent)
    : QAbstractListModel(parent)
    , m_scope(scope)
{
}

BoardListModel::~BoardListModel() = default;

int BoardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant BoardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BoardEntry &entry = *m_entries[size_t(index.row())];
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row(index.row()));
    case OrderIdRole:
        return QVariant::fromValue(entry.row.orderId);
    case ProgressIdRole:
        return QVariant::fromValue(entry.row.progressId);
    case RecentlyChangedRole:
        return m_edges.contains(idOf(entry));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return format::sentence(row(index.row()));
    default:
        return {};
    }
}

QHash<int, QByteArray> BoardListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(RowRole, "row");
    names.insert(OrderIdRole, "orderId");
    names.insert(ProgressIdRole, "progressId");
    names.insert(RecentlyChangedRole, "recentlyChanged");
    return names;
}

BoardRow BoardListModel::row(int index) const
{
    const BoardEntry &entry = *m_entries[size_t(index)];
    BoardRow row = entry.row;
    tellTime(row, entry.since, m_scope.now(), m_scope.today());
    row.sharedPrefix = m_prefix.in(row.orderNo);
    row.recentlyChanged = m_edges.contains(idOf(entry));
    return row;
}

bool BoardListModel::setView(const RowView &view)
{
    if (m_view == view)
        return false;
    m_view = view;
    return true;
}

void BoardListModel::addChoices(const Order &order, RowChoices &choices) const
{
    const QList<BoardEntry> entries = entriesOf(order);
    for (const BoardEntry &entry : entries)
        choices.add(entry.row.stepName, entry.row.operatorName);
}

bool BoardListModel::passes(const Order &, const BoardEntry &entry) const
{
    const BoardRow &row = entry.row;
    return m_view.filter.passes(row.stepName, row.operatorName, row.category);
}

/// The order's rows that pass the list's filter.
QList<BoardEntry> BoardListModel::wantedOf(const Order &order) const
{
    QList<BoardEntry> entries = entriesOf(order);
    if (m_view.filter.isOn())
        entries.removeIf([&](const BoardEntry &entry) { return !passes(order, entry); });
    if (m_view.sort.by != RowSort::By::Itself) {
        for (BoardEntry &entry : entries)
            entry.column = SortColumn(entry, m_view.sort);
    }
    return entries;
}

void BoardListModel::beginReset()
{
    beginResetModel();
    m_entries.clear();
    m_ofOrder.clear();
    m_prefix.clear();
    m_edges.clear();
}

void BoardListModel::add(const Order &order)
{
    QList<BoardEntry> wanted = wantedOf(order);
    if (wanted.isEmpty())
        return;
    m_prefix.add(format::orderNumber(order), int(wanted.size()));
    QList<BoardEntry *> &rows = m_ofOrder[order.orderId];
    for (BoardEntry &entry : wanted) {
        m_entries.push_back(std::make_unique<BoardEntry>(std::move(entry)));
        rows.append(m_entries.back().get());
    }
}

void BoardListModel::endReset()
{
    std::sort(m_entries.begin(), m_entries.end(),
              [](const auto &a, const auto &b) { return standsBefore(*a, *b); });
    endResetModel();
}

void BoardListModel::refresh(CrmId orderId, const Order *shown, Edge edge,
                             std::chrono::milliseconds monotonic)
{
    const QList<BoardEntry> wanted = shown ? wantedOf(*shown) : QList<BoardEntry>();
    if (wanted.isEmpty() && !m_ofOrder.contains(orderId))
        return;
    const int prefix = m_prefix.length();
    removeVanished(orderId, wanted);
    for (const BoardEntry &entry : wanted) {
        BoardEntry *old = known(entry);
        const bool isOther = !old || replace(*old, entry);
        if (isOther && edge == Edge::Blue)
            m_edges.insert(idOf(entry), monotonic);
        if (!old)
            insert(entry);
        else if (isOther)
            tell(positionOf(entry));
    }
    tellPrefix(prefix);
}

/// The index of an entry of this list, or where a new one has to stand.
int BoardListModel::positionOf(const BoardEntry &entry) const
{
    return int(std::lower_bound(m_entries.begin(), m_entries.end(), entry, pointsBefore)
               - m_entries.begin());
}

BoardEntry *BoardListModel::known(const BoardEntry &entry) const
{
    const auto rows = m_ofOrder.constFind(entry.row.orderId);
    if (rows == m_ofOrder.constEnd())
        return nullptr;
    const auto found = std::find_if(rows->begin(), rows->end(), [&](const BoardEntry *row) {
        return row->row.progressId == entry.row.progressId;
    });
    return found == rows->end() ? nullptr : *found;
}

void BoardListModel::insert(const BoardEntry &entry)
{
    const int at = positionOf(entry);
    beginInsertRows({}, at, at);
    m_prefix.add(entry.row.orderNo);
    const auto inserted =
        m_entries.insert(m_entries.begin() + at, std::make_unique<BoardEntry>(entry));
    m_ofOrder[entry.row.orderId].append(inserted->get());
    endInsertRows();
}

/// True when the row now reads otherwise.
bool BoardListModel::replace(BoardEntry &old, const BoardEntry &entry)
{
    if (old == entry)
        return false;
    const BoardRow before = row(positionOf(old));
    m_prefix.remove(old.row.orderNo);
    m_prefix.add(entry.row.orderNo);
    return row(assign(old, entry)) != before;
}

/// Moves the row if it has to stand elsewhere; returns where it stands.
int BoardListModel::assign(BoardEntry &old, const BoardEntry &entry)
{
    const int from = positionOf(old);
    const int to = positionOf(entry);
    // `to` counts the row itself: just before and just behind it is where it stands already.
    if (to == from || to == from + 1) {
        old = entry;
        return from;
    }
    beginMoveRows({}, from, from, {}, to);
    old = entry;
    const auto first = m_entries.begin();
    if (to > from)
        std::rotate(first + from, first + from + 1, first + to);
    else
        std::rotate(first + to, first + from, first + from + 1);
    endMoveRows();
    return to > from ? to - 1 : to;
}

void BoardListModel::remove(BoardEntry *entry)
{
    const int at = positionOf(*entry);
    const RowId id = idOf(*entry);
    beginRemoveRows({}, at, at);
    m_prefix.remove(entry->row.orderNo);
    m_edges.remove(id);
    QList<BoardEntry *> &rows = m_ofOrder[id.orderId];
    rows.removeOne(entry);
    if (rows.isEmpty())
        m_ofOrder.remove(id.orderId);
    m_entries.erase(m_entries.begin() + at);
    endRemoveRows();
}

void BoardListModel::removeVanished(CrmId orderId, const QList<BoardEntry> &kept)
{
    const QList<BoardEntry *> rows = m_ofOrder.value(orderId);
    for (BoardEntry *row : rows) {
        const bool stays = std::any_of(kept.begin(), kept.end(), [&](const BoardEntry &entry) {
            return entry.row.progressId == row->row.progressId;
        });
        if (!stays)
            remove(row);
    }
}

void BoardListModel::tell(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void BoardListModel::tellPrefix(int before)
{
    if (m_prefix.length() != before && !m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void BoardListModel::retell()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void BoardListModel::dropEdges(std::chrono::milliseconds monotonic)
{
    QList<RowId> done;
    for (auto edge = m_edges.constBegin(); edge != m_edges.constEnd(); ++edge) {
        if (monotonic - *edge >= edgeTime)
            done.append(edge.key());
    }
    for (const RowId &id : done) {
        m_edges.remove(id);
        const QList<BoardEntry *> rows = m_ofOrder.value(id.orderId);
        for (const BoardEntry *row : rows) {
            if (row->row.progressId == id.progressId)
                tell(positionOf(*row));
        }
    }
}

} // namespace pressboard::client
