// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/chart_accessible.h"

#include "client/charts/chart_items.h"

#include <QAccessibleWidget>

namespace pressboard::client {
namespace {

class ChartAccessible final : public QAccessibleWidget
{
public:
    explicit ChartAccessible(ChartItems *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
        , m_chart(*chart)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_chart.allTexts() : QAccessibleWidget::text(kind);
    }

private:
    const ChartItems &m_chart;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *chart = qobject_cast<ChartItems *>(object);
    return chart == nullptr ? nullptr : new ChartAccessible(chart);
}

} // namespace

void makeChartsAccessible()
{
    QAccessible::removeFactory(makeInterface); // the factories are a list, not a set
    QAccessible::installFactory(makeInterface);
}

} // namespace pressboard::client
