// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/step_queue.h"
#include "client/charts/chart_rows.h"

namespace pressboard::client {

/// 活堵在哪道工序？ A bar for the queue, and in a column of its own, since it is another scale, a
/// mark for how long one usually waits.
class QueueRows final : public ChartRows
{
    Q_OBJECT
public:
    using ChartRows::ChartRows;

    void show(const StepQueue &queue, std::chrono::seconds workDay);
    const StepQueue &queue() const { return m_queue; }

    int rowCount() const override { return int(m_queue.rows.size()); }

protected:
    QString rowText(int row) const override;
    int pitch() const override { return 22; }
    int leastRows() const override { return 8; }
    int headHeight() const override { return 24; }
    QString moreText(int rows) const override;
    void paintHead(QPainter &painter, const QRect &box) const override;
    void paintRow(QPainter &painter, const QRect &box, int row) const override;

private:
    struct Places
    {
        QRect name;
        QRect ready; ///< the number, right-aligned
        QRect bar;
        QRect mark;
        QRect wait; ///< right-aligned
    };
    Places placesIn(const QRect &box) const;
    QString waitText(const StepQueue::Row &row) const;
    void paintMark(QPainter &painter, const QRect &box, const StepQueue::Row &row,
                   const QColor &color) const;

    StepQueue m_queue;
    std::chrono::seconds m_workDay{0};
    std::chrono::seconds m_longestWait{0};
};

} // namespace pressboard::client
