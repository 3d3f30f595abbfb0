// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/feed_delegate.h"

#include "client/notices/feed_row_layout.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int headingTall = 28;
constexpr int headingPx = 12;
constexpr int mostHeights = 2000; ///< rows come and go for weeks

} // namespace

FeedDelegate::FeedDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FeedDelegate::setWidth(int width)
{
    if (m_width == width)
        return;
    m_width = width;
    forget();
}

bool FeedDelegate::hasHeading(const QModelIndex &index) const
{
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    return !above.isValid() || above.data(FeedSectionRole) != index.data(FeedSectionRole);
}

int FeedDelegate::headingHeight(const QModelIndex &index) const
{
    return hasHeading(index) ? m_theme.px(headingTall) : 0;
}

QSize FeedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString key = index.data(FeedKeyRole).toString();
    auto height = m_heights.constFind(key);
    if (height == m_heights.constEnd()) {
        if (m_heights.size() >= mostHeights)
            m_heights.clear();
        const auto row = index.data(FeedRowRole).value<FeedRow>();
        height = m_heights.insert(key, FeedRowLayout(row, m_theme, m_width).height());
    }
    return {m_width, *height + headingHeight(index)};
}

void FeedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const int heading = headingHeight(index);
    const QRect body = option.rect.adjusted(0, heading, 0, 0);
    painter->save();
    if (heading > 0)
        paintHeading(*painter, QRect(option.rect.topLeft(), QSize(option.rect.width(), heading)),
                     index);
    paintGround(*painter, body, option);
    painter->translate(body.topLeft());
    const auto row = index.data(FeedRowRole).value<FeedRow>();
    FeedRowLayout(row, m_theme, body.width()).paint(*painter);
    painter->restore();
}

QRect FeedDelegate::actIn(const QRect &row, const QModelIndex &index) const
{
    const auto words = index.data(FeedRowRole).value<FeedRow>();
    const QRect act = FeedRowLayout(words, m_theme, row.width()).act();
    return act.isNull() ? act : act.translated(row.left(), row.top() + headingHeight(index));
}

void FeedDelegate::paintHeading(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter.fillRect(box, t.hover);
    fillHairline(painter, QRect(box.left(), box.bottom(), box.width(), 1), t.hair);
    TextLine{index.data(FeedHeadingRole).toString(), m_theme.font(headingPx, Theme::Weight::Bold),
             t.text2}
        .paint(painter, box.adjusted(m_theme.px(Theme::panelPadding), 0, 0, 0));
}

void FeedDelegate::paintGround(QPainter &painter, const QRect &box,
                               const QStyleOptionViewItem &option) const
{
    const Tokens &t = m_theme.tokens();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(box, t.select);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(box, t.hover);
    fillHairline(painter, QRect(box.left(), box.bottom(), box.width(), 1), t.hair);
    const bool ring = (option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange);
    if (!ring)
        return;
    painter.setPen(QPen(t.blue, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(1, 1, -1, -2));
}

} // namespace pressboard::client
