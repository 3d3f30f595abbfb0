// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/call_times.h"
#include "client/charts/chart_rows.h"

namespace pressboard::client {

/// 呼叫后多久有人处理？ A bar for how often each is called for, and beside it how long it took.
class CallRows final : public ChartRows
{
    Q_OBJECT
public:
    using ChartRows::ChartRows;

    void show(const CallTimes &times);
    const CallTimes &times() const { return m_times; }

    int rowCount() const override { return int(m_times.rows.size()); }

protected:
    QString rowText(int row) const override;
    int pitch() const override { return 22; }
    int leastRows() const override { return 5; }
    int headHeight() const override { return 24; }
    QString moreText(int rows) const override;
    void layOutColumns() override;
    void paintHead(QPainter &painter, const QRect &box) const override;
    void paintRow(QPainter &painter, const QRect &box, int row) const override;

private:
    enum Column { Name, Count, Usual, Longest, Untaken, columns };

    static QString head(Column column);
    QString text(int row, Column column) const;
    QRect cell(const QRect &box, Column column) const;
    QRect bar(const QRect &box) const;

    CallTimes m_times;
    int m_widths[columns] = {};
};

} // namespace pressboard::client
