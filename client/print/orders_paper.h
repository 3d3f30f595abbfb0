// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/print/paper.h"

#include <QCoreApplication>
#include <QList>

namespace pressboard::client {

/// A list of orders on sheets: whose and of when at the head, below it a row an order, with the
/// barcode of its number to be scanned where the sheet lies.
class OrdersPaper
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::OrdersPaper)
public:
    struct Head
    {
        QString shop;
        QString title; ///< which orders
        QString time; ///< of when
    };
    struct Row
    {
        QString number;
        QString customer;
        QString product;
        QString quantity;
        QString due;
        QString state; ///< as a customer is told
    };

    OrdersPaper(Head head, QList<Row> rows)
        : m_head(std::move(head))
        , m_rows(std::move(rows))
    {
    }

    /// At least one. `size`: of a sheet between its margins, in millimetres.
    int sheets(QSizeF size) const;
    void paint(const Paper &paper, int sheet) const;

private:
    static int rowsPerSheet(QSizeF size);
    void paintHead(const Paper &paper) const;
    void paintRow(const Paper &paper, double top, const Row &row) const;

    Head m_head;
    QList<Row> m_rows;
};

} // namespace pressboard::client
