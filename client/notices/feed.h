// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed_row.h"
#include "client/search/search_text.h"
#include "shared/base/crm_id.h"
#include "shared/base/time.h"
#include "shared/state/order.h"

#include <QDate>
#include <QSortFilterProxyModel>

namespace pressboard::client {

class Store;

/// What both lists of the notices panel are: rows under the headings of their days, newest first,
/// that can be searched by their words and by the order they are about.
class Feed : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// Both must outlive it.
    Feed(const Store &store, QAbstractItemModel &source, QObject *parent = nullptr);

    void setSearch(const QString &words);
    bool isNarrowed() const { return !m_search.isEmpty() || hasFilter(); }
    /// The time, the language or what the board knows may be different now.
    virtual void refresh();

    /// The roles of FeedRole; DisplayRole is what is read aloud.
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    virtual FeedRow row(const QModelIndex &source) const = 0;
    virtual QString key(const QModelIndex &source) const = 0;
    /// A day as Julian day, or less than every day for what stands above them.
    virtual int section(const QModelIndex &source) const = 0;
    virtual QString heading(int section) const;
    virtual bool hasFilter() const { return false; }

    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    const Store &store() const { return m_store; }
    int dayOf(Moment moment) const;
    QString timeOf(Moment moment) const; ///< 10:32: the day is in the heading
    /// The words by which a search finds an order's rows; empty while nothing is searched.
    QString searched(const Order &order) const;
    /// The order's ID if the board has it.
    CrmId known(CrmId orderId) const;

private:
    const Store &m_store;
    SearchText m_search;
    QDate m_today;
};

} // namespace pressboard::client
