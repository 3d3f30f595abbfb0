// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/forgotten_rows.h"

#include "client/answers/sentences.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr int textPx = 14;
constexpr int smallPx = 12;
constexpr int gap = 12;

} // namespace

ForgottenRows::Row ForgottenRows::rowOf(const ForgottenSteps::Row &forgotten, const Book &book,
                                        std::chrono::seconds workDay) const
{
    Row row;
    row.step = forgotten.step;
    row.elapsed = format::elapsed(forgotten.elapsed);
    row.usual = forgotten.usual.isEnough() ? sentence::workTime(forgotten.usual.median, workDay)
                                           : QStringLiteral("–");
    const Order *order = book.order(forgotten.orderId);
    const Step *step = order == nullptr ? nullptr : order->step(forgotten.progressId);
    if (step != nullptr) {
        row.orderNo = format::orderNumber(*order);
        row.category = format::category(step->category);
        row.operatorName = step->operatorName;
    }
    return row;
}

void ForgottenRows::show(const ForgottenSteps &forgotten, const Book &book,
                         std::chrono::seconds workDay)
{
    m_forgotten = forgotten;
    QList<Row> rows;
    for (const ForgottenSteps::Row &step : forgotten.rows)
        rows.append(rowOf(step, book, workDay));
    if (rows == m_rows)
        return;
    m_rows = rows;
    m_prefix.clear();
    for (const Row &row : std::as_const(m_rows))
        m_prefix.add(row.orderNo);
    updateGeometry();
    itemsChanged();
}

QString ForgottenRows::rowText(int row) const
{
    const Row &shown = m_rows.at(row);
    return tr("%1, %2 %3, %4: running for %5, usually %6")
        .arg(shown.orderNo, shown.step, shown.category, shown.operatorName, shown.elapsed,
             shown.usual);
}

QString ForgottenRows::moreText(int rows) const
{
    return tr("%n more", nullptr, rows);
}

/// Each column as wide as the widest text in sight; what is left over parts them.
void ForgottenRows::layOutColumns()
{
    const auto widthOf = [this](const QString &text, int px, Theme::Weight weight) {
        return TextLine{text, theme().font(px, weight), {}}.width();
    };
    const auto regular = Theme::Weight::Regular;
    int number = widthOf(tr("Order no."), smallPx, regular);
    int step = widthOf(tr("Step"), smallPx, regular);
    int person = widthOf(tr("Operator"), smallPx, regular);
    int elapsed = widthOf(tr("Elapsed"), smallPx, regular);
    int usual = widthOf(tr("Usual"), smallPx, regular);
    const QList<Row> inSight = m_rows.first(shownRows());
    for (const Row &row : inSight) {
        number = std::max(number, widthOf(row.orderNo, textPx, regular));
        step = std::max(step,
                        widthOf(row.step, textPx, Theme::Weight::Bold) + theme().px(8)
                            + widthOf(row.category, smallPx, regular));
        person = std::max(person, widthOf(row.operatorName, textPx, regular));
        elapsed = std::max(elapsed, widthOf(row.elapsed, textPx, regular));
        usual = std::max(usual, widthOf(row.usual, smallPx, regular));
    }
    const int words = width() - number - elapsed - usual - 4 * theme().px(gap);
    step = std::min(step, std::max(0, words * 3 / 5));
    person = std::min(person, std::max(0, words - step));
    const int left = width() - number - step - person - elapsed - usual;
    const int between = std::max(theme().px(gap), left / 4);
    auto next = [between, at = 0](int wide) mutable {
        const Column column{at, wide};
        at += wide + between;
        return column;
    };
    m_columns.number = next(number);
    m_columns.step = next(step);
    m_columns.operatorName = next(person);
    m_columns.elapsed = next(elapsed);
    m_columns.usual = {width() - usual, usual};
}

void ForgottenRows::paintHead(QPainter &painter, const QRect &box) const
{
    const Tokens &t = theme().tokens();
    const auto write = [&](const QString &text, const Column &column, Qt::Alignment align) {
        TextLine{text, theme().font(smallPx), t.text2}.paint(painter, column.in(box), align);
    };
    write(tr("Order no."), m_columns.number, Qt::AlignLeft);
    write(tr("Step"), m_columns.step, Qt::AlignLeft);
    write(tr("Operator"), m_columns.operatorName, Qt::AlignLeft);
    write(tr("Elapsed"), m_columns.elapsed, Qt::AlignRight);
    write(tr("Usual"), m_columns.usual, Qt::AlignRight);
    fillHairline(painter, QRect(0, box.top(), width(), 1), t.line);
    fillHairline(painter, QRect(0, box.bottom(), width(), 1), t.line);
}

void ForgottenRows::paintNumber(QPainter &painter, const QRect &box, const QString &orderNo) const
{
    const Tokens &t = theme().tokens();
    const int shared = m_prefix.in(orderNo);
    const int used =
        TextLine{orderNo.left(shared), theme().font(textPx), t.text3}.paint(painter, box);
    TextLine{orderNo.mid(shared), theme().font(textPx), t.text}.paint(painter,
                                                                      box.adjusted(used, 0, 1, 0));
}

void ForgottenRows::paintStep(QPainter &painter, const QRect &box, const Row &row) const
{
    const Tokens &t = theme().tokens();
    const int used =
        TextLine{row.step, theme().font(textPx, Theme::Weight::Bold), t.text}.paint(painter, box);
    TextLine{row.category, theme().font(smallPx), t.text2}.paint(
        painter, box.adjusted(used + theme().px(8), 0, 1, 0));
}

void ForgottenRows::paintRow(QPainter &painter, const QRect &box, int row) const
{
    const Tokens &t = theme().tokens();
    const Row &shown = m_rows.at(row);
    const auto write = [&](const QString &text, int px, const QColor &ink, const QRect &where,
                           Qt::Alignment align) {
        TextLine{text, theme().font(px), ink}.paint(painter, where, align);
    };
    paintNumber(painter, m_columns.number.in(box), shown.orderNo);
    paintStep(painter, m_columns.step.in(box), shown);
    write(shown.operatorName, textPx, t.text, m_columns.operatorName.in(box), Qt::AlignLeft);
    write(shown.elapsed, textPx, t.text, m_columns.elapsed.in(box), Qt::AlignRight);
    write(shown.usual, smallPx, t.text2, m_columns.usual.in(box), Qt::AlignRight);
    fillHairline(painter, QRect(0, box.bottom(), width(), 1), t.hair);
}

} // namespace pressboard::client
