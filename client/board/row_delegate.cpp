// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/row_delegate.h"

#include "client/board/verdict_badge.h"
#include "client/models/format.h"
#include "client/orders/due_badge.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int firstLinePx = 15;
constexpr int secondLinePx = 12;
constexpr int singleLinePx = 14;
/// Middles of the two lines of a 40-px row, from its middle.
constexpr int firstLineOffset = -7;
constexpr int secondLineOffset = 9;
constexpr int newMark = 6; ///< the dot of 新
constexpr int newMarkGap = 10; ///< between the middle of the dot and the number
constexpr int customerRoom = 72; ///< four letters and the gap before them

QRect lineAround(const QRect &box, int middle, int height)
{
    return {box.left(), box.center().y() + middle - height / 2, box.width(), height};
}

} // namespace

RowDelegate::RowDelegate(const Theme &theme, ListKind kind, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_columns(kind)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_pitch};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const auto row = index.data(RowRole).value<BoardRow>();
    painter->save();
    paintGround(*painter, option, row);
    const QRect whole = option.rect.adjusted(0, 0, 0, -1);
    const QList<ColumnTable::Place> places = placesOf(whole, row);
    for (const ColumnTable::Place &place : places)
        paintColumn(*painter, place, row);
    painter->restore();
}

/// 已取消·请停, or an order a hundred days late, is wider than a due date: what stands beside it
/// makes room, and so only in its row.
QList<ColumnTable::Place> RowDelegate::placesOf(const QRect &box, const BoardRow &row) const
{
    QList<ColumnTable::Place> places = m_columns.places(box, m_theme);
    const int badge = dueMark(row).width(m_theme, 13);
    if (places.size() < 2 || places[0].column != Column::Due || badge <= places[0].box.width())
        return places;
    QRect &due = places[0].box;
    QRect &order = places[1].box;
    due.setWidth(badge);
    order.setLeft(std::max(order.left(), due.right() + 1 + m_theme.px(8)));
    return places;
}

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                              const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    const QRect &rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter.fillRect(rect, t.select);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(rect, t.hover);
    fillHairline(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), t.hair);
    if (row.recentlyChanged)
        painter.fillRect(rect.left(), rect.top(), m_theme.px(3), rect.height() - 1, t.blue);
    if ((option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(t.blue, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -2));
    }
}

void RowDelegate::paintColumn(QPainter &painter, const ColumnTable::Place &place,
                              const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    switch (place.column) {
    case Column::Due:
        return paintDue(painter, place.box, row);
    case Column::Order:
        return paintOrder(painter, place.box, row);
    case Column::Step:
        return paintStep(painter, place.box, row);
    case Column::Operator:
        return paintPlain(painter, place, row.operatorName, t.text);
    case Column::Previous:
        return paintPlain(painter, place, row.previousStep.isEmpty() ? tr("–") : row.previousStep,
                          t.text2);
    case Column::Elapsed:
    case Column::Waiting:
        return paintPlain(painter, place, format::elapsed(row.elapsed), t.text);
    case Column::Progress:
        return paintProgress(painter, place.box, row);
    case Column::HeldAt:
    case Column::NowAt:
        return paintHeldAt(painter, place.box, row);
    case Column::Done:
        return Icon(QStringLiteral("check"))
            .paint(painter, lineAround(place.box, 0, m_theme.px(16)), t.green);
    case Column::Early:
        return paintPlain(painter, place, format::earliness(row), t.text2);
    case Column::Time:
        return paintPlain(painter, place, format::completedAt(row), t.text2);
    case Column::Product:
        return paintPlain(painter, place, row.product, t.text2);
    case Column::Quantity:
        return paintPlain(painter, place, format::quantity(row.quantity, row.unit), t.text2);
    case Column::Left:
    case Column::Expected:
    case Column::Slow:
    case Column::Verdict:
        return paintJudgement(painter, place, row);
    }
}

void RowDelegate::paintPlain(QPainter &painter, const ColumnTable::Place &place,
                             const QString &text, const QColor &color) const
{
    const int px = m_columns.kind() == ListKind::Completed ? 13 : singleLinePx;
    TextLine{text, m_theme.font(px), color}.paint(painter, place.box, place.align);
}

/// Where all rows are due, 今天 is nothing special: what is late stands out alone.
Badge RowDelegate::dueMark(const BoardRow &row) const
{
    if (m_columns.kind() != ListKind::Due || row.due == DueTier::Overdue)
        return dueBadge(row);
    return {format::dueDay(row), Badge::Shape::Ink};
}

void RowDelegate::paintDue(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    dueMark(row).paint(painter, box, m_theme, 13);
}

void RowDelegate::paintJudgement(QPainter &painter, const ColumnTable::Place &place,
                                 const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    const DueVerdict verdict = row.judgement.verdict;
    const bool isGood = verdict == DueVerdict::InTime;
    if (place.column == Column::Verdict)
        return VerdictBadge(verdict, m_theme).paint(painter, place.box);
    if (place.column == Column::Left)
        return paintLeft(painter, place.box, row);
    if (place.column == Column::Slow)
        return void(TextLine{format::slowAt(row), m_theme.font(secondLinePx), t.text2}.paint(
            painter, place.box, place.align));
    const auto weight = isGood ? Theme::Weight::Regular : Theme::Weight::Bold;
    TextLine{format::expectedAt(row), m_theme.font(singleLinePx, weight), t.text}.paint(
        painter, place.box, place.align);
}

void RowDelegate::paintLeft(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    const DueJudgement &judgement = row.judgement;
    if (judgement.verdict == DueVerdict::None)
        return;
    const Tokens &t = m_theme.tokens();
    const QString about =
        judgement.expected.isValid() ? format::about(judgement.workLeft) : QString();
    const QFont font = m_theme.font(singleLinePx);
    TextLine{about, font, t.text2}.paint(painter, box, Qt::AlignRight);
    TextLine{format::stepsLeft(judgement.stepsLeft), font, t.text}.paint(painter, box);
}

void RowDelegate::paintOrder(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    if (!m_columns.isTwoLine())
        return paintNumberAndCustomer(painter, box, row, singleLinePx);
    paintNumberAndCustomer(painter, lineAround(box, m_theme.px(firstLineOffset), m_theme.px(20)),
                           row, firstLinePx);
    paintProduct(painter, lineAround(box, m_theme.px(secondLineOffset), m_theme.px(16)), row);
}

/// Where there is no room for both, the product's name is cut, never how many of it.
void RowDelegate::paintProduct(QPainter &painter, const QRect &line, const BoardRow &row) const
{
    const QFont font = m_theme.font(secondLinePx);
    const QColor color = m_theme.tokens().text2;
    const TextLine whole{format::productLine(row), font, color};
    if (whole.width() <= line.width())
        return void(whole.paint(painter, line));
    const TextLine quantity{format::quantity(row.quantity, row.unit), font, color};
    const int gap = m_theme.px(6);
    const QRect name = line.adjusted(0, 0, -quantity.width() - gap, 0);
    const int used = TextLine{row.product, font, color}.paint(painter, name);
    quantity.paintWhole(painter, line.adjusted(used > 0 ? used + gap : 0, 0, 0, 0));
}

void RowDelegate::paintNewMark(QPainter &painter, const QRect &line) const
{
    const int size = m_theme.px(newMark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().text);
    painter.drawEllipse(QRectF(line.left(), line.center().y() - size / 2.0 + 0.5, size, size));
    painter.restore();
}

void RowDelegate::paintNumberAndCustomer(QPainter &painter, const QRect &line, const BoardRow &row,
                                         int textPx) const
{
    const Tokens &t = m_theme.tokens();
    const QFont font = m_theme.font(textPx);
    QRect rest = line;
    if (row.isNew) {
        paintNewMark(painter, line);
        rest.setLeft(rest.left() + m_theme.px(newMarkGap));
    }
    // What all rows share goes before the number or the customer is cut.
    if (TextLine{row.orderNo, font, {}}.width() + m_theme.px(customerRoom) <= rest.width())
        rest.setLeft(
            rest.left()
            + TextLine{row.orderNo.left(row.sharedPrefix), font, t.text3}.paint(painter, rest));
    rest.setLeft(rest.left()
                 + TextLine{row.orderNo.mid(row.sharedPrefix), font, t.text}.paint(painter, rest));
    rest.setLeft(rest.left() + m_theme.px(m_columns.isTwoLine() ? 8 : 12));
    TextLine{row.customer, font, t.text}.paint(painter, rest);
}

void RowDelegate::paintStep(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    QRect rest = box;
    rest.setLeft(
        rest.left()
        + TextLine{row.stepName, m_theme.font(firstLinePx, Theme::Weight::Bold), t.text}.paint(
            painter, rest)
        + m_theme.px(7));
    TextLine{format::category(row.category), m_theme.font(secondLinePx), t.text2}.paintWhole(
        painter, rest);
}

void RowDelegate::paintHeldAt(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    const Tokens &t = m_theme.tokens();
    QRect rest = box;
    const auto write = [&](const TextLine &line) {
        rest.setLeft(rest.left() + line.paint(painter, rest) + m_theme.px(7));
    };
    write({row.stepName, m_theme.font(singleLinePx, Theme::Weight::Bold), t.text});
    const QFont font = m_theme.font(secondLinePx);
    const TextLine whole{format::heldFor(row), font, t.text2};
    const TextLine category{format::category(row.category), font, t.text2};
    const bool hasRoom = category.width() + m_theme.px(7) + whole.width() <= rest.width();
    if (m_columns.kind() == ListKind::Due && !category.text.isEmpty() && hasRoom)
        write(category);
    if (whole.width() <= rest.width())
        return void(whole.paint(painter, rest));
    TextLine{format::elapsed(row.elapsed), font, t.text2}.paintWhole(painter, rest);
}

void RowDelegate::paintProgress(QPainter &painter, const QRect &box, const BoardRow &row) const
{
    if (row.progress.total <= 0)
        return;
    const Tokens &t = m_theme.tokens();
    const QRect bar(box.left(), box.center().y() - m_theme.px(2) + 1, m_theme.px(60),
                    m_theme.px(4));
    const qreal radius = m_theme.px(2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(bar, radius, radius);
    QRectF done(bar);
    done.setWidth(bar.width() * double(row.progress.finished) / row.progress.total);
    painter.setBrush(t.text2);
    painter.drawRoundedRect(done, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    TextLine{format::progress(row.progress), m_theme.font(13), t.text2}.paint(painter, box,
                                                                              Qt::AlignRight);
}

} // namespace pressboard::client
