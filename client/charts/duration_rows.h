// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/step_durations.h"
#include "client/charts/chart_rows.h"

namespace pressboard::client {

/// 这道工序一般要多久？ The bar is what half of the cases took, the end of its line what nine in
/// ten did.
class DurationRows final : public ChartRows
{
    Q_OBJECT
public:
    using ChartRows::ChartRows;

    void show(const StepDurations &durations, std::chrono::seconds workDay);
    const StepDurations &durations() const { return m_durations; }

    int rowCount() const override { return int(m_durations.rows.size()); }

protected:
    QString rowText(int row) const override;
    int pitch() const override { return 22; }
    int leastRows() const override { return 10; }
    int headHeight() const override { return 4; }
    int footHeight() const override { return 24; }
    QString moreText(int rows) const override;
    void paintHead(QPainter &, const QRect &) const override { }
    void paintRow(QPainter &painter, const QRect &box, int row) const override;
    void paintFoot(QPainter &painter, const QRect &box) const override;

private:
    struct Places
    {
        QRect name;
        QRect bar;
        QRect cases; ///< right-aligned
    };
    Places placesIn(const QRect &box) const;
    QString casesText(const StepDurations::Row &row) const;
    int xOf(std::chrono::seconds time, const QRect &bar) const;
    void paintTimes(QPainter &painter, const QRect &bar, const Spread &times,
                    const QColor &color) const;

    StepDurations m_durations;
    std::chrono::seconds m_workDay{0};
    std::chrono::seconds m_longest{0};
};

} // namespace pressboard::client
