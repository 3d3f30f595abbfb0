// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/forgotten_rows.h"

#include "client/answers/sentences.h"
#include "client/models/format.h"
#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

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
        row.orderNo = order->orderNo;
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

/// Each column as wide as its widest text; what is left over parts them.
ForgottenRows::Places ForgottenRows::placesIn(const QRect &box) const
{
    const auto width = [this](const QString &text, int px, Theme::Weight weight) {
        return TextLine{text, theme().font(px, weight), {}}.width();
    };
    const auto regular = Theme::Weight::Regular;
    int number = width(tr("Order no."), smallPx, regular);
    int step = width(tr("Step"), smallPx, regular);
    int person = width(tr("Operator"), smallPx, regular);
    int elapsed = width(tr("Elapsed"), smallPx, regular);
    int usual = width(tr("Usual"), smallPx, regular);
    for (const Row &row : m_rows) {
        number = std::max(number, width(row.orderNo, textPx, regular));
        step = std::max(step,
                        width(row.step, textPx, Theme::Weight::Bold) + theme().px(8)
                            + width(row.category, smallPx, regular));
        person = std::max(person, width(row.operatorName, textPx, regular));
        elapsed = std::max(elapsed, width(row.elapsed, textPx, regular));
        usual = std::max(usual, width(row.usual, smallPx, regular));
    }
    const int words = box.width() - number - elapsed - usual - 4 * theme().px(gap);
    step = std::min(step, std::max(0, words * 3 / 5));
    person = std::min(person, std::max(0, words - step));
    const int between =
        std::max(theme().px(gap), (box.width() - number - step - person - elapsed - usual) / 4);
    Places places;
    auto take = [&, left = box.left()](int wide) mutable {
        const QRect taken(left, box.top(), wide, box.height());
        left += wide + between;
        return taken;
    };
    places.number = take(number);
    places.step = take(step);
    places.operatorName = take(person);
    places.elapsed = take(elapsed);
    places.usual = QRect(box.right() + 1 - usual, box.top(), usual, box.height());
    return places;
}

void ForgottenRows::paintHead(QPainter &painter, const QRect &box) const
{
    const Tokens &t = theme().tokens();
    const Places places = placesIn(box);
    const auto write = [&](const QString &text, const QRect &where, Qt::Alignment align) {
        TextLine{text, theme().font(smallPx), t.text2}.paint(painter, where, align);
    };
    write(tr("Order no."), places.number, Qt::AlignLeft);
    write(tr("Step"), places.step, Qt::AlignLeft);
    write(tr("Operator"), places.operatorName, Qt::AlignLeft);
    write(tr("Elapsed"), places.elapsed, Qt::AlignRight);
    write(tr("Usual"), places.usual, Qt::AlignRight);
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
    const Places places = placesIn(box);
    paintNumber(painter, places.number, shown.orderNo);
    paintStep(painter, places.step, shown);
    TextLine{shown.operatorName, theme().font(textPx), t.text}.paint(painter, places.operatorName);
    TextLine{shown.elapsed, theme().font(textPx), t.text}.paint(painter, places.elapsed,
                                                                Qt::AlignRight);
    TextLine{shown.usual, theme().font(smallPx), t.text2}.paint(painter, places.usual,
                                                                Qt::AlignRight);
    fillHairline(painter, QRect(0, box.bottom(), width(), 1), t.hair);
}

} // namespace pressboard::client
