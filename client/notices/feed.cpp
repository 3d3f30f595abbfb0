// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/feed.h"

#include "client/models/format.h"
#include "client/store/store.h"

namespace pressboard::client {

Feed::Feed(const Store &store, QAbstractItemModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_store(store)
{
    setSourceModel(&source);
}

void Feed::setSearch(const QString &words)
{
    if (m_search.setText(words))
        invalidateFilter();
}

void Feed::refresh()
{
    // 今天 becomes 昨天.
    const QDate today = dateAt(m_store.now(), m_store.zone());
    if (std::exchange(m_today, today) != today && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

QVariant Feed::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    switch (role) {
    case FeedRowRole:
        return QVariant::fromValue(row(source));
    case FeedKeyRole:
        return key(source);
    case FeedSectionRole:
        return section(source);
    case FeedHeadingRole:
        return heading(section(source));
    case FeedOrderRole: {
        const CrmId order = row(source).orderId;
        return order.isNull() ? QVariant() : QVariant::fromValue(order);
    }
    case Qt::DisplayRole:
        return row(source).spoken();
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QString Feed::heading(int section) const
{
    const QDate day = QDate::fromJulianDay(section);
    const qint64 ago = day.daysTo(dateAt(m_store.now(), m_store.zone()));
    if (ago == 0)
        return tr("Today");
    return ago == 1 ? tr("Yesterday") : format::dateWithDay(day);
}

QString Feed::searched(const Order &order) const
{
    return m_search.isEmpty() ? QString() : SearchText::keyOf(order);
}

bool Feed::filterAcceptsRow(int sourceRow, const QModelIndex &parent) const
{
    if (m_search.isEmpty())
        return true;
    const FeedRow words = row(sourceModel()->index(sourceRow, 0, parent));
    QString all =
        QStringList{words.title, words.text, words.note, words.orderNo}.join(u'\n').toLower();
    const Order *order = m_store.book().order(words.orderId);
    if (order != nullptr)
        all += u'\n' + searched(*order);
    return m_search.matchesKey(all);
}

int Feed::dayOf(Moment moment) const
{
    return int(dateAt(moment, m_store.zone()).toJulianDay());
}

QString Feed::timeOf(Moment moment) const
{
    return format::time(
        QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), m_store.zone()));
}

CrmId Feed::known(CrmId orderId) const
{
    return m_store.book().order(orderId) != nullptr ? orderId : CrmId();
}

} // namespace pressboard::client
