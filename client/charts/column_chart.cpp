// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/column_chart.h"

#include "client/controls/badge.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace pressboard::client {
namespace {

constexpr int labelHeight = 30;
constexpr int labelGap = 8;
constexpr int leastLabelGap = 4;
constexpr int topHeight = 22;
constexpr int leastPlot = 110;
constexpr int scaleSteps = 4; ///< at most, over the base line
constexpr double barPart = 0.6; ///< of a column's width
constexpr int labelPx = 12;

/// 1, 2, 5, 10, 20 … so that few steps reach `highest`.
double scaleStep(double highest)
{
    const double rough = highest / scaleSteps;
    const double power = std::pow(10, std::floor(std::log10(std::max(rough, 1.0))));
    for (const int factor : {1, 2, 5, 10}) {
        if (factor * power >= rough)
            return std::max(1.0, factor * power);
    }
    return 10 * power;
}

Badge badgeOf(const ColumnData::Column &column)
{
    switch (column.shape) {
    case ColumnData::Label::Filled:
        return {column.label, Badge::Shape::Filled};
    case ColumnData::Label::Outlined:
        return {column.label, Badge::Shape::Outlined};
    case ColumnData::Label::Plain:
        break;
    }
    return {column.label, Badge::Shape::Plain};
}

} // namespace

ColumnChart::ColumnChart(const Theme &theme, QWidget *parent)
    : ChartItems(theme, parent)
    , m_scene(new QGraphicsScene(this))
    , m_chart(new QChart)
    , m_names(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_scene->addItem(m_chart);
    m_chart->addAxis(m_names, Qt::AlignBottom);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    connect(&theme, &Theme::colorsChanged, this, &ColumnChart::build);
    connect(&theme, &Theme::sizesChanged, this, &ColumnChart::build);
}

void ColumnChart::show(const ColumnData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    build();
    itemsChanged();
}

void ColumnChart::build()
{
    m_chart->removeAllSeries();
    if (m_data.columns.isEmpty())
        return;
    // A category's name is its number: names may be alike.
    QStringList names;
    for (int i = 0; i < itemCount(); ++i)
        names.append(QString::number(i));
    m_names->setCategories(names);
    m_values->setRange(0, m_data.highest());
    dress();
    addStacks();
    addLine();
    layOut();
    update();
}

/// A theme of Qt Charts overwrites every brush: it comes first, and what is ours after it.
void ColumnChart::dress()
{
    m_chart->setTheme(theme().isDark() ? QChart::ChartThemeDark : QChart::ChartThemeLight);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_names->setVisible(false);
    m_values->setVisible(false);
}

void ColumnChart::addStacks()
{
    auto *series = new QStackedBarSeries;
    series->setBarWidth(barPart);
    for (const ColumnData::Stack &stack : m_data.stacks) {
        auto *set = new QBarSet(stack.name);
        set->append(stack.values);
        set->setBrush(colorOf(stack.fill));
        // A line of the ground parts the stacks.
        set->setPen(QPen(theme().tokens().surface, 1));
        series->append(set);
    }
    m_chart->addSeries(series);
    series->attachAxis(m_names);
    series->attachAxis(m_values);
}

void ColumnChart::addLine()
{
    if (m_data.line.isEmpty())
        return;
    auto *series = new QLineSeries;
    for (int i = 0; i < itemCount(); ++i)
        series->append(i, m_data.line.at(i));
    series->setPen(QPen(theme().tokens().text, theme().px(2)));
    m_chart->addSeries(series);
    series->attachAxis(m_names);
    series->attachAxis(m_values);
}

QColor ColumnChart::colorOf(ColumnData::Fill fill) const
{
    const Tokens &t = theme().tokens();
    switch (fill) {
    case ColumnData::Fill::Strong:
        return t.bar;
    case ColumnData::Fill::Faint:
        return t.barDone;
    case ColumnData::Fill::Red:
        return t.red;
    case ColumnData::Fill::Medium:
        break;
    }
    return t.barRest;
}

LegendLine ColumnChart::legend() const
{
    LegendLine legend;
    for (const ColumnData::Stack &stack : m_data.stacks) {
        if (!stack.name.isEmpty())
            legend.entries.prepend({stack.name, colorOf(stack.fill), false});
    }
    if (!m_data.line.isEmpty())
        legend.entries.append({m_data.lineName, theme().tokens().text, true});
    legend.note = m_data.note;
    return legend;
}

int ColumnChart::scaleWidth() const
{
    if (!m_data.hasScale)
        return 0;
    const TextLine widest{format::number(qint64(m_data.highest())), theme().font(labelPx), {}};
    return widest.width() + theme().px(labelGap);
}

QRect ColumnChart::plot() const
{
    const int below = theme().px(labelHeight) + legend().height(theme(), width());
    return rect().adjusted(scaleWidth(), theme().px(topHeight), 0, -below);
}

int ColumnChart::heightNeeded(int width) const
{
    return theme().px(topHeight + leastPlot + labelHeight) + legend().height(theme(), width);
}

QRect ColumnChart::itemRect(int item) const
{
    const QRect box = plot();
    const auto left = [&](int i) { return box.left() + box.width() * i / itemCount(); };
    return {left(item), 0, left(item + 1) - left(item), box.bottom() + 1 + theme().px(labelHeight)};
}

int ColumnChart::yOf(double value) const
{
    const QRect box = plot();
    return box.bottom() + 1 - qRound(value / m_data.highest() * box.height());
}

void ColumnChart::layOut()
{
    m_scene->setSceneRect(rect());
    m_chart->resize(size());
    m_chart->setPlotArea(plot());
}

void ColumnChart::resizeEvent(QResizeEvent *)
{
    layOut();
}

void ColumnChart::paintItems(QPainter &painter)
{
    paintScale(painter);
    m_scene->render(&painter, rect(), rect());
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect box = plot();
    fillHairline(painter, QRect(box.left(), box.bottom() + 1, box.width(), 1),
                 theme().tokens().control);
    paintLabels(painter);
    paintTops(painter);
    const int tall = legend().height(theme(), width());
    legend().paint(painter, rect().adjusted(0, height() - tall, 0, 0), theme());
}

void ColumnChart::paintScale(QPainter &painter) const
{
    if (!m_data.hasScale)
        return;
    const Tokens &t = theme().tokens();
    const int tall = theme().px(16);
    const double step = scaleStep(m_data.highest());
    for (double value = step; value <= m_data.highest(); value += step) {
        const int y = yOf(value);
        fillHairline(painter, QRect(plot().left(), y, plot().width(), 1), t.hair);
        TextLine{format::number(qint64(value)), theme().font(labelPx), t.text2}.paint(
            painter, QRect(0, y - tall / 2, scaleWidth() - theme().px(labelGap), tall),
            Qt::AlignRight);
    }
}

QList<ColumnLabels::Label> ColumnChart::labels() const
{
    QList<ColumnLabels::Label> labels;
    for (int i = 0; i < itemCount(); ++i)
        labels.append({itemRect(i).left() + itemRect(i).width() / 2,
                       badgeOf(m_data.columns.at(i)).width(theme(), labelPx),
                       m_data.columns.at(i).keepsLabel});
    return labels;
}

void ColumnChart::paintLabels(QPainter &painter) const
{
    const int top = plot().bottom() + 1 + theme().px(4);
    const int tall = theme().px(labelHeight - 4);
    const ColumnLabels places{theme().px(labelGap), theme().px(leastLabelGap), width()};
    const QList<std::optional<int>> lefts = places.place(labels());
    for (int i = 0; i < itemCount(); ++i) {
        const Badge badge = badgeOf(m_data.columns.at(i));
        if (const std::optional<int> left = lefts.at(i))
            badge.paint(painter, QRect(*left, top, badge.width(theme(), labelPx), tall), theme(),
                        labelPx);
    }
}

void ColumnChart::paintTops(QPainter &painter) const
{
    const int tall = theme().px(topHeight);
    for (int i = 0; i < itemCount(); ++i) {
        const ColumnData::Column &column = m_data.columns.at(i);
        double sum = 0;
        for (const ColumnData::Stack &stack : m_data.stacks)
            sum += stack.values.at(i);
        const auto weight = column.isTopBold ? Theme::Weight::Bold : Theme::Weight::Regular;
        const QRect over(itemRect(i).left(), yOf(sum) - tall, itemRect(i).width(), tall);
        TextLine{column.top, theme().font(13, weight), theme().tokens().text}.paint(
            painter, over, Qt::AlignHCenter);
    }
}

} // namespace pressboard::client
