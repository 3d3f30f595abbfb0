// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/orders_paper.h"

#include <algorithm>
#include <array>

namespace pressboard::client {
namespace {

// Millimetres.
constexpr double headHeight = 15;
constexpr double namesHeight = 7;
constexpr double rowHeight = 14;
constexpr double footHeight = 8;
constexpr double gap = 3;
constexpr double barHeight = 7;

constexpr Paper::Type small{9};
constexpr Paper::Type bold{10.5, true};
constexpr Paper::Type plain{10.5};

/// Where the columns stand in a sheet of this width.
struct Columns
{
    explicit Columns(double width)
    {
        constexpr std::array<double, 5> shares{0.25, 0.30, 0.11, 0.15, 0.19};
        double at = 0;
        for (size_t i = 0; i < shares.size(); ++i) {
            left[i] = at;
            wide[i] = width * shares[i] - gap;
            at += width * shares[i];
        }
    }
    QRectF box(size_t column, double top, double height) const
    {
        return {left[column], top, wide[column], height};
    }
    std::array<double, 5> left{};
    std::array<double, 5> wide{};
};

} // namespace

int OrdersPaper::rowsPerSheet(QSizeF size)
{
    return std::max(1, int((size.height() - headHeight - namesHeight - footHeight) / rowHeight));
}

int OrdersPaper::sheets(QSizeF size) const
{
    const int each = rowsPerSheet(size);
    return std::max(1, (int(m_rows.size()) + each - 1) / each);
}

void OrdersPaper::paintHead(const Paper &paper) const
{
    const double width = paper.size().width();
    paper.write({0, 0, width * 0.7, 8}, m_head.shop, {14, true});
    paper.write({width * 0.7, 0, width * 0.3, 8}, m_head.time, plain, Qt::AlignRight);
    paper.write({0, 8, width, 6}, m_head.title, plain);
    const Columns columns(width);
    const std::array<QString, 5> names{tr("Order no."), tr("Customer, product"), tr("Quantity"),
                                       tr("Due"), tr("Now")};
    for (size_t i = 0; i < names.size(); ++i)
        paper.write(columns.box(i, headHeight, namesHeight), names[i], small,
                    i == 2 ? Qt::AlignRight : Qt::AlignLeft);
    paper.line({0, headHeight + namesHeight}, width);
}

void OrdersPaper::paintRow(const Paper &paper, double top, const Row &row) const
{
    const Columns columns(paper.size().width());
    const double inner = top + 1.2;
    const bool hasBars = paper.barcode(columns.box(0, inner, barHeight), row.number);
    paper.write(columns.box(0, hasBars ? inner + barHeight : top, hasBars ? 4.6 : rowHeight),
                row.number, hasBars ? small : bold);
    paper.write(columns.box(1, inner, 6), row.customer, bold);
    paper.write(columns.box(1, inner + 6, 5.5), row.product, small);
    paper.write(columns.box(2, top, rowHeight), row.quantity, plain, Qt::AlignRight);
    paper.write(columns.box(3, top, rowHeight), row.due, plain);
    paper.write(columns.box(4, top, rowHeight), row.state, plain);
    paper.line({0, top + rowHeight}, paper.size().width());
}

void OrdersPaper::paint(const Paper &paper, int sheet) const
{
    paintHead(paper);
    const int each = rowsPerSheet(paper.size());
    double top = headHeight + namesHeight;
    for (const Row &row : m_rows.mid(sheet * each, each)) {
        paintRow(paper, top, row);
        top += rowHeight;
    }
    //: 1: the number of this sheet, 2: how many there are
    paper.write({0, paper.size().height() - 6, paper.size().width(), 6},
                tr("%1 / %2").arg(sheet + 1).arg(sheets(paper.size())), small, Qt::AlignRight);
}

} // namespace pressboard::client
