// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/charts/chart_items.h"
#include "client/charts/column_data.h"
#include "client/charts/column_labels.h"
#include "client/charts/legend_line.h"

class QChart;
class QGraphicsScene;
class QValueAxis;
class QBarCategoryAxis;

namespace pressboard::client {

/// Columns by Qt Charts, stacked, with a line over them where there is one; numbers, names and the
/// legend are painted as on the rest of the board.
class ColumnChart final : public ChartItems
{
    Q_OBJECT
public:
    explicit ColumnChart(const Theme &theme, QWidget *parent = nullptr);

    void show(const ColumnData &data);
    const ColumnData &data() const { return m_data; }

    int itemCount() const override { return int(m_data.columns.size()); }
    QString itemText(int item) const override { return m_data.columns.at(item).text; }
    QRect itemRect(int item) const override;
    int heightNeeded(int width) const override;

protected:
    void paintItems(QPainter &painter) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void dress();
    void addStacks();
    void addLine();
    void layOut();
    LegendLine legend() const;
    QRect plot() const;
    int scaleWidth() const;
    int yOf(double value) const;
    QColor colorOf(ColumnData::Fill fill) const;
    void paintScale(QPainter &painter) const;
    QList<ColumnLabels::Label> labels() const;
    void paintLabels(QPainter &painter) const;
    void paintTops(QPainter &painter) const;

    ColumnData m_data;
    QGraphicsScene *m_scene;
    QChart *m_chart; ///< the scene's
    QBarCategoryAxis *m_names; ///< the chart's, as is the other
    QValueAxis *m_values;
};

} // namespace pressboard::client
