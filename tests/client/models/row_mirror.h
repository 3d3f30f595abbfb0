// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"

#include <QTest>

namespace pressboard::test {

using namespace pressboard::client;

/// What a view would show that believes a list's signals and never looks again by itself. If it
/// differs from the list, a signal was missing or wrong.
class RowMirror : public QObject
{
public:
    explicit RowMirror(BoardListModel &list)
        : m_list(list)
    {
        connect(&list, &QAbstractItemModel::modelReset, this, &RowMirror::readAll);
        connect(&list, &QAbstractItemModel::rowsInserted, this, &RowMirror::insert);
        connect(&list, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    ++signalCount;
                    m_rows.remove(first, last - first + 1);
                });
        connect(&list, &QAbstractItemModel::rowsMoved, this, &RowMirror::move);
        connect(&list, &QAbstractItemModel::dataChanged, this, &RowMirror::reread);
        readAll();
    }

    const QList<BoardRow> &rows() const { return m_rows; }
    QList<BoardRow> listRows() const
    {
        QList<BoardRow> rows;
        for (int i = 0; i < m_list.rowCount(); ++i)
            rows.append(m_list.index(i).data(RowRole).value<BoardRow>());
        return rows;
    }

    int signalCount = 0;
    int idleSignals = 0; ///< rows told to have changed that had not

private:
    void readAll()
    {
        ++signalCount;
        m_rows = listRows();
    }
    void insert(const QModelIndex &, int first, int last)
    {
        ++signalCount;
        for (int i = first; i <= last; ++i)
            m_rows.insert(i, m_list.row(i));
    }
    void move(const QModelIndex &, int first, int last, const QModelIndex &, int to)
    {
        ++signalCount;
        QCOMPARE(first, last);
        m_rows.move(first, to > first ? to - 1 : to);
    }
    void reread(const QModelIndex &first, const QModelIndex &last)
    {
        ++signalCount;
        for (int i = first.row(); i <= last.row(); ++i) {
            const BoardRow row = m_list.row(i);
            // All rows of a list with one row are told like one row.
            idleSignals += first == last && m_rows.size() > 1 && m_rows.at(i) == row;
            m_rows[i] = row;
        }
    }

    BoardListModel &m_list;
    QList<BoardRow> m_rows;
};

} // namespace pressboard::test
