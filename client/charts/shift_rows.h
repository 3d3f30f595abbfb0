// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/shift_report.h"
#include "client/charts/chart_rows.h"

namespace pressboard::client {

/// 夜班干了什么，留下什么？ A row a step: what the shift finished as a bar, the same shift a week
/// before as a mark on it, and what runs and waits now.
class ShiftRows final : public ChartRows
{
    Q_OBJECT
public:
    using ChartRows::ChartRows;

    void show(const ShiftReport &report);
    const ShiftReport &report() const { return m_report; }

    int rowCount() const override { return int(m_report.rows.size()); }

protected:
    QString rowText(int row) const override;
    int pitch() const override { return 22; }
    int leastRows() const override { return 8; }
    int headHeight() const override { return 24; }
    QString moreText(int rows) const override;
    void layOutColumns() override;
    void paintHead(QPainter &painter, const QRect &box) const override;
    void paintRow(QPainter &painter, const QRect &box, int row) const override;

private:
    struct Column
    {
        int left = 0;
        int width = 0;
        QRect in(const QRect &row) const { return {left, row.top(), width, row.height()}; }
    };
    /// Numbers stand right.
    struct Columns
    {
        Column step;
        Column finished;
        Column bar;
        Column weekBefore;
        Column running;
        Column ready;
    };
    QString weekBeforeText(const ShiftReport::Row &row) const;
    void paintBar(QPainter &painter, const QRect &box, const ShiftReport::Row &row,
                  const QColor &color) const;

    ShiftReport m_report;
    Columns m_columns;
};

} // namespace pressboard::client
