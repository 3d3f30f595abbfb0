// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed_row.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace pressboard::test {

/// What a view would show that believes a feed's signals and never looks again by itself. If it
/// differs from the feed, a signal was missing or wrong.
class FeedMirror : public QObject
{
public:
    explicit FeedMirror(const QAbstractItemModel &feed)
        : m_feed(feed)
    {
        using Model = QAbstractItemModel;
        const auto readAll = [this] { m_rows = rowsOf(m_feed); };
        connect(&feed, &Model::modelReset, this, readAll);
        connect(&feed, &Model::layoutChanged, this, readAll);
        connect(&feed, &Model::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    for (int row = first; row <= last; ++row)
                        m_rows.insert(row, rowOf(m_feed, row));
                });
        connect(&feed, &Model::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            m_rows.remove(first, last - first + 1);
        });
        connect(&feed, &Model::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    for (int row = first.row(); row <= last.row(); ++row)
                        m_rows[row] = rowOf(m_feed, row);
                });
        readAll();
    }

    const QStringList &rows() const { return m_rows; }

    static QStringList rowsOf(const QAbstractItemModel &feed)
    {
        QStringList rows;
        for (int row = 0; row < feed.rowCount(); ++row)
            rows.append(rowOf(feed, row));
        return rows;
    }

private:
    static QString rowOf(const QAbstractItemModel &feed, int row)
    {
        const QModelIndex index = feed.index(row, 0);
        return index.data(client::FeedHeadingRole).toString() + QStringLiteral(" / ")
            + index.data().toString();
    }

    const QAbstractItemModel &m_feed;
    QStringList m_rows;
};

} // namespace pressboard::test
