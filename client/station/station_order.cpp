// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_order.h"

#include "client/bigscreen/big_badge.h"
#include "client/models/format.h"
#include "client/station/station_row.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int gap = 16;
constexpr int dotRoom = 32;

} // namespace

int paintStepName(QPainter &painter, const QRect &box, const StationStyle &style,
                  const StationStep &step)
{
    const Tokens &t = style.tokens();
    QRect room = box;
    const TextLine category = style.text(step.category, StationStyle::row, t.text2);
    category.paint(painter, room, Qt::AlignRight);
    if (!step.category.isEmpty())
        room.setRight(room.right() - category.width() - style.px(gap));
    const TextLine name = style.text(step.step, StationStyle::row, t.text, BigStyle::Weight::Bold);
    // A name that is longer than half of the line gives way to the panel's title.
    room.setLeft(std::max(room.left() + room.width() / 3, room.right() - name.width()));
    name.paint(painter, room, Qt::AlignRight);
    return room.left();
}

void paintNumber(QPainter &painter, const QRect &box, const StationStyle &style,
                 const StationStep &step, int size)
{
    const BigBadge badge{step.due, step.tier};
    const int width = badge.width(style, StationStyle::badge);
    badge.paint(painter, QRect(box.right() + 1 - width, box.top(), width, box.height()), style,
                StationStyle::badge);
    QRect room = box.adjusted(0, 0, -width - style.px(gap), 0);
    if (step.isNew) {
        paintNewDot(painter, room, room.left(), style);
        room.setLeft(room.left() + style.px(dotRoom));
    }
    style
        .fitting(step.number, size, StationStyle::row, room.width(), style.tokens().text,
                 BigStyle::Weight::Bold)
        .paint(painter, room);
}

void paintJob(QPainter &painter, const QRect &box, const StationStyle &style,
              const StationStep &step)
{
    const Tokens &t = style.tokens();
    const auto text = [&](const QString &words) {
        return style.text(words, StationStyle::row, t.text);
    };
    const QString withDot = step.product.isEmpty() || step.quantity.isEmpty()
        ? step.quantity
        : format::dotted({QStringLiteral("-"), step.quantity}).mid(1);
    const TextLine quantity = text(withDot);
    const int most = box.right() - quantity.width();
    QRect room(box.left(), box.top(), most - box.left(), box.height());
    const int customer = text(step.customer).paint(painter, room);
    room.setLeft(room.left() + customer + (customer > 0 ? style.px(gap + 8) : 0));
    const int product = text(step.product).paint(painter, room);
    quantity.paint(painter,
                   QRect(room.left() + product, box.top(), box.right() + 1 - room.left() - product,
                         box.height()));
}

} // namespace pressboard::client
