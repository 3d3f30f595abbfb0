// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/column_table.h"

#include "client/board/verdict_badge.h"
#include "client/controls/badge.h"
#include "client/models/board_row.h"
#include "client/models/format.h"
#include "client/orders/due_badge.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QtMath>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int narrowList = 680; ///< below this there is no room for the progress bar
constexpr int narrowerList = 560;
constexpr int narrowestList = 430;
constexpr int leastOrder = 104; ///< that a number needs
constexpr int leastOrderAndCustomer = 210;
constexpr int plentyForOrder = 300;
constexpr int edgePadding = 15; ///< the panel's border is the sixteenth

/// 64 in Chinese; the longest due word of the language decides, and how much a small text's badge
/// is wider than in proportion.
int dueWidth(const Theme &theme)
{
    BoardRow late;
    late.due = DueTier::Overdue;
    late.dueDays = -44;
    const auto needs = [&theme](const Badge &badge, int gap) {
        return qCeil(badge.width(theme, 13) / theme.scale()) + gap;
    };
    return std::max({64, needs({ColumnTable::tr("Tomorrow"), Badge::Shape::Ink}, 12),
                     needs(dueBadge(late), 6)});
}

/// 80 in Chinese, and what the longest time within a day needs, without its gap.
int timeWidth(const Theme &theme)
{
    constexpr auto longest = std::chrono::hours(23) + std::chrono::minutes(59);
    const QString words = format::elapsed(longest);
    const int needs = TextLine{words, theme.font(15), {}}.width();
    return std::max(80, qCeil(needs / theme.scale()));
}

} // namespace

ColumnTable::ColumnTable(ListKind kind)
    : m_kind(kind)
{
}

bool ColumnTable::isTwoLine() const
{
    return m_kind == ListKind::Running || m_kind == ListKind::Ready || m_kind == ListKind::Blocked;
}

QString ColumnTable::title(Column column)
{
    switch (column) {
    case Column::Step:
        return tr("Step");
    case Column::Operator:
        return tr("Operator");
    case Column::Previous:
        return tr("Previous");
    case Column::Elapsed:
        return tr("Elapsed");
    case Column::Waiting:
        return tr("Waiting");
    case Column::Progress:
        return tr("Progress");
    case Column::HeldAt:
        return tr("Held at");
    case Column::NowAt:
        return tr("Now at");
    case Column::Product:
        return tr("Product");
    case Column::Quantity:
        return tr("Quantity");
    case Column::Left:
        return tr("Left");
    case Column::Expected:
        return tr("Expected");
    case Column::Verdict:
        return tr("Verdict");
    case Column::Slow:
    case Column::Due:
    case Column::Order:
    case Column::Done:
    case Column::Early:
    case Column::Time:
        break;
    }
    return {};
}

RowSort::By ColumnTable::sortOf(Column column)
{
    switch (column) {
    case Column::Step:
    case Column::HeldAt:
    case Column::NowAt:
        return RowSort::By::Step;
    case Column::Operator:
        return RowSort::By::Operator;
    case Column::Previous:
        return RowSort::By::Previous;
    case Column::Elapsed:
    case Column::Waiting:
        return RowSort::By::Since;
    case Column::Progress:
        return RowSort::By::Progress;
    default:
        return RowSort::By::Itself;
    }
}

QList<RowSort::By> ColumnTable::sorts() const
{
    using By = RowSort::By;
    switch (m_kind) {
    case ListKind::Running:
        return {By::Itself, By::Due,      By::OrderNo, By::Customer,
                By::Step,   By::Operator, By::Since,   By::Progress};
    case ListKind::Ready:
    case ListKind::Blocked:
        return {By::Itself, By::Due,      By::OrderNo, By::Customer,
                By::Step,   By::Previous, By::Since,   By::Progress};
    case ListKind::Urgent:
        return {By::Itself, By::Due, By::OrderNo, By::Customer, By::Step, By::Since, By::Progress};
    case ListKind::Due:
        return {By::Itself, By::Due, By::OrderNo, By::Customer, By::Step, By::Since, By::Progress};
    case ListKind::Completed:
        break;
    }
    return {By::Itself, By::Due, By::OrderNo, By::Customer, By::Early};
}

QList<ColumnTable::Spec> ColumnTable::specs(const Theme &theme, int width) const
{
    const int due = dueWidth(theme);
    const int time = timeWidth(theme) + 16;
    QList<Spec> specs;
    switch (m_kind) {
    case ListKind::Running:
        specs = {{Column::Due, due, 2, false},      {Column::Order, 0, 12, false},
                 {Column::Step, 116, 6, false},     {Column::Operator, 72, 4, false},
                 {Column::Elapsed, time, 16, true}, {Column::Progress, 104, 0, true}};
        break;
    case ListKind::Ready:
    case ListKind::Blocked:
        specs = {{Column::Due, due, 2, false},      {Column::Order, 0, 12, false},
                 {Column::Step, 116, 6, false},     {Column::Previous, 72, 4, false},
                 {Column::Waiting, time, 16, true}, {Column::Progress, 104, 0, true}};
        break;
    case ListKind::Urgent:
        specs = {{Column::Due, due, 2, false},
                 {Column::Order, 0, 12, false},
                 {Column::HeldAt, 164, 0, false}};
        break;
    case ListKind::Completed:
        specs = {{Column::Done, 24, 8, false},
                 {Column::Order, 0, 12, false},
                 {Column::Early, 76, 4, false},
                 {Column::Time, 52, 0, true}};
        break;
    case ListKind::Due:
        return dueSpecs(theme, width);
    }
    if (isTwoLine())
        narrow(specs, width, theme);
    return specs;
}

/// As wide as the language needs; what an order's card tells as well goes first where a list is
/// narrow, what is said of its day last.
QList<ColumnTable::Spec> ColumnTable::dueSpecs(const Theme &theme, int width)
{
    const auto needs = [&theme](const QString &text, int px) {
        return qCeil(TextLine{text, theme.font(px, Theme::Weight::Bold), {}}.width()
                     / theme.scale());
    };
    const auto longest = [&needs](QString (*words)(const BoardRow &), int px) {
        BoardRow row;
        row.deliveryDate = {2026, 12, 27};
        row.judgement.expected = row.judgement.slow = QDateTime({2026, 12, 28}, {20, 20}, Qt::UTC);
        const int tomorrow = needs(words(row), px);
        row.judgement.expected = row.judgement.slow = QDateTime({2026, 12, 29}, {20, 20}, Qt::UTC);
        return std::max(tomorrow, needs(words(row), px));
    };
    const int expected = longest(format::expectedAt, 14) + 22;
    const int slow = longest(format::slowAt, 12) + 18;
    const int left =
        needs(format::stepsLeft(12), 14) + needs(format::about(std::chrono::hours(112)), 14) + 30;
    const int verdict = VerdictBadge::widest(theme) + 14;
    QList<Spec> specs{{Column::Due, dueWidth(theme) + 12, 12, false},
                      {Column::Order, 0, 12, false},
                      {Column::Product, 164, 8, false},
                      {Column::Quantity, 76, 16, true},
                      {Column::NowAt, 232, 12, false},
                      {Column::Left, left, 14, true},
                      {Column::Expected, expected, 14, true},
                      {Column::Slow, slow, 14, true},
                      {Column::Verdict, verdict, 0, false}};
    constexpr Column given[] = {Column::Quantity, Column::Product, Column::Slow,
                                Column::Left,     Column::NowAt,   Column::Expected};
    for (const Column column : given) {
        if (roomForOrder(specs, width, theme) >= theme.px(leastOrderAndCustomer))
            break;
        specs.removeIf([column](const Spec &spec) { return spec.column == column; });
    }
    // Where there is plenty, the product gets half of it.
    const int spare = roomForOrder(specs, width, theme) - theme.px(plentyForOrder);
    if (spare > 0 && specs.at(2).column == Column::Product)
        specs[2].width += int(spare / theme.scale() / 2);
    return specs;
}

/// What the columns of a fixed width leave it.
int ColumnTable::roomForOrder(const QList<Spec> &specs, int width, const Theme &theme)
{
    int fixed = 2 * theme.px(edgePadding);
    for (const Spec &spec : specs)
        fixed += theme.px(spec.width);
    return std::max(0, width - fixed);
}

/// What is told elsewhere goes first: the order's card has it all.
void ColumnTable::narrow(QList<Spec> &specs, int width, const Theme &theme)
{
    if (width >= theme.px(narrowList))
        return;
    specs.removeLast(); // the progress
    specs.last().gap = 0;
    specs.last().width = std::max(84, timeWidth(theme));
    if (width < theme.px(narrowerList))
        specs.remove(specs.size() - 2); // who does it, or did the step before
    if (width < theme.px(narrowestList))
        specs[specs.size() - 2].width = 82; // the step without 封面/内文
    if (roomForOrder(specs, width, theme) < theme.px(leastOrder))
        specs.removeLast(); // how long it takes already
}

QList<ColumnTable::Place> ColumnTable::places(const QRect &row, const Theme &theme) const
{
    const QList<Spec> all = specs(theme, row.width());
    const int rest = roomForOrder(all, row.width(), theme);

    QList<Place> places;
    int left = row.left() + theme.px(edgePadding);
    for (const Spec &spec : all) {
        const int width = spec.width == 0 ? rest : theme.px(spec.width);
        places.append(
            {spec.column,
             QRect(left, row.top(), std::max(0, width - theme.px(spec.gap)), row.height()),
             spec.right ? Qt::AlignRight : Qt::AlignLeft});
        left += width;
    }
    return places;
}

} // namespace pressboard::client
