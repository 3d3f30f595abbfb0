// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/activity_list.h"

#include "client/models/format.h"

namespace pressboard::client {

int ActivityList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ActivityList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    switch (role) {
    case TimeRole:
        return QDateTime::fromMSecsSinceEpoch(entry.at.time_since_epoch().count(), Qt::UTC);
    case TitleRole:
        return entry.toast.title;
    case TextRole:
        return entry.toast.text;
    case KindRole:
        return int(entry.toast.kind);
    case OrderIdRole:
        return entry.toast.orderId ? QVariant(*entry.toast.orderId) : QVariant();
    case Qt::DisplayRole:
        return format::dotted({entry.toast.title, entry.toast.text});
    default:
        return {};
    }
}

QHash<int, QByteArray> ActivityList::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {TimeRole, "time"}, {TitleRole, "title"},
            {TextRole, "text"},           {KindRole, "kind"}, {OrderIdRole, "orderId"}};
}

void ActivityList::add(const Toast &toast, Moment at)
{
    if (rowCount() == most) {
        beginRemoveRows({}, most - 1, most - 1);
        m_entries.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_entries.push_front({toast, at});
    endInsertRows();
}

} // namespace pressboard::client
