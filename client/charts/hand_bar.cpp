// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/hand_bar.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int textPx = 13;
constexpr int barHeight = 16;
constexpr int labelHeight = 28;
constexpr int labelGap = 12;
constexpr int parting = 2; ///< px between the parts

} // namespace

void HandBar::show(const WorkInHand &work)
{
    m_work = work;
    itemsChanged();
}

OrderStatus HandBar::statusOf(int item)
{
    return item == 0 ? OrderStatus::Pending : OrderStatus::Processing;
}

QString HandBar::itemText(int item) const
{
    const int count = item == 0 ? m_work.pending : m_work.processing;
    //: 1: a status, 2: how many orders have it
    return tr("%1 %2").arg(format::status(statusOf(item)), format::number(count));
}

int HandBar::labelWidth(int item) const
{
    return TextLine{itemText(item), theme().font(textPx), {}}.width() + theme().px(labelGap);
}

/// As wide as its share, but never narrower than its label.
QRect HandBar::itemRect(int item) const
{
    const int share = int(qint64(width()) * m_work.pending / std::max(1, m_work.open()));
    const int least = labelWidth(0);
    const int split = std::clamp(share, least, std::max(least, width() - labelWidth(1)));
    const int tall = theme().px(barHeight + labelHeight);
    return item == 0 ? QRect(0, 0, split, tall) : QRect(split, 0, width() - split, tall);
}

int HandBar::heightNeeded(int) const
{
    return theme().px(barHeight + labelHeight);
}

void HandBar::paintItems(QPainter &painter)
{
    const Tokens &t = theme().tokens();
    const int share = int(qint64(width()) * m_work.pending / m_work.open());
    const int tall = theme().px(barHeight);
    painter.fillRect(0, 0, share, tall, t.bar);
    painter.fillRect(share, 0, width() - share, tall, t.barRest);
    if (share > 0 && share < width())
        painter.fillRect(share - parting / 2, 0, parting, tall, t.surface);
    for (int item = 0; item < itemCount(); ++item) {
        const QRect label = itemRect(item).adjusted(0, tall, 0, 0);
        TextLine{itemText(item), theme().font(textPx), t.text}.paint(painter, label);
    }
}

} // namespace pressboard::client
