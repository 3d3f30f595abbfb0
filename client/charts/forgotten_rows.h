// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/forgotten_steps.h"
#include "client/charts/chart_rows.h"
#include "client/models/order_prefix.h"
#include "shared/state/book.h"

namespace pressboard::client {

/// 哪些活开了没人管／没报工？ A table: who may know more, and how long it runs against how long it
/// usually takes.
class ForgottenRows final : public ChartRows
{
    Q_OBJECT
public:
    using ChartRows::ChartRows;

    /// Names and numbers are read from the book now.
    void show(const ForgottenSteps &forgotten, const Book &book, std::chrono::seconds workDay);
    const ForgottenSteps &forgotten() const { return m_forgotten; }

    int rowCount() const override { return int(m_rows.size()); }

protected:
    QString rowText(int row) const override;
    int pitch() const override { return 32; }
    int leastRows() const override { return 4; }
    int headHeight() const override { return 30; }
    QString moreText(int rows) const override;
    void layOutColumns() override;
    void paintHead(QPainter &painter, const QRect &box) const override;
    void paintRow(QPainter &painter, const QRect &box, int row) const override;

private:
    struct Row
    {
        QString orderNo;
        QString step;
        QString category;
        QString operatorName;
        QString elapsed;
        QString usual;
        bool operator==(const Row &) const = default;
    };
    struct Column
    {
        int left = 0;
        int width = 0;
        QRect in(const QRect &row) const { return {left, row.top(), width, row.height()}; }
    };
    struct Columns
    {
        Column number;
        Column step;
        Column operatorName;
        Column elapsed; ///< right-aligned, as is the next
        Column usual;
    };
    Row rowOf(const ForgottenSteps::Row &step, const Book &book,
              std::chrono::seconds workDay) const;
    void paintNumber(QPainter &painter, const QRect &box, const QString &orderNo) const;
    void paintStep(QPainter &painter, const QRect &box, const Row &row) const;

    ForgottenSteps m_forgotten;
    QList<Row> m_rows;
    OrderPrefix m_prefix;
    Columns m_columns;
};

} // namespace pressboard::client
