// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_header.h"

#include "client/models/orders/order_cells.h"
#include "client/orders/order_cell_delegate.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int titleHeight = 32;
constexpr int textPx = 12;
constexpr int arrowSize = 12;

} // namespace

OrderHeader::OrderHeader(const Theme &theme, const OrderCellDelegate &cells, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_cells(cells)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setMinimumSectionSize(theme.px(24));
    connect(&theme, &Theme::colorsChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, [this] { Q_EMIT geometriesChanged(); });
}

QSize OrderHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.px(titleHeight)};
}

void OrderHeader::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const QRect whole = viewport()->rect();
        painter.fillRect(whole, m_theme.tokens().surface);
        fillHairline(painter, QRect(0, whole.bottom(), whole.width(), 1), m_theme.tokens().line);
    }
    QHeaderView::paintEvent(event);
}

void OrderHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = m_theme.tokens();
    const bool sorted = section == sortIndicatorSection();
    QRect box = rect.marginsRemoved(m_cells.padding(section)).adjusted(0, 0, 0, -1);
    const TextLine name{model()->headerData(section, Qt::Horizontal).toString(),
                        m_theme.font(textPx), sorted ? t.text : t.text3};
    const int arrow = m_theme.px(arrowSize);
    const bool right = cells::isNumber(OrderColumn(section));
    const int used = std::min(name.width(), box.width());
    name.paint(*painter, box, right ? Qt::AlignRight : Qt::AlignLeft);
    if (!sorted)
        return;
    const int left = right ? box.right() - used - arrow - 2 : box.left() + used + 3;
    const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
    Icon(up ? QStringLiteral("sort-up") : QStringLiteral("sort-down"))
        .paint(*painter, QRect(left, box.center().y() - arrow / 2 + 1, arrow, arrow), t.text);
}

} // namespace pressboard::client
