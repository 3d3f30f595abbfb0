// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_numbers.h"

#include "client/bigscreen/big_badge.h"
#include "client/models/board.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/wall/wall_style.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int side = 33; ///< where the panels' text begins, too
constexpr int narrowCell = 300;
constexpr int narrowSide = 20;
constexpr int labelHeight = 40;
constexpr int digitHeight = 104;
constexpr int asideHeight = 40;
constexpr int asideGap = 8;
constexpr int valueGap = 12;
constexpr int digitStep = 8;
constexpr int leastDigits = 48;

QString known(std::optional<qint64> number)
{
    return number ? format::number(*number) : QStringLiteral("–");
}

WallNumber urgent(const BoardNumbers &numbers)
{
    WallNumber cell{WallNumbers::tr("Urgent"),
                    numbers.at(BoardNumbers::Urgent).value,
                    {},
                    WallNumber::Aside::Tiers};
    // An empty first place keeps 今天 from ever being painted as what is late.
    const BoardNumbers::Tiers &tiers = numbers.tiers();
    cell.asides = {tiers.overdue > 0 ? WallNumbers::tr("%1 overdue").arg(tiers.overdue) : QString(),
                   tiers.today > 0 ? WallNumbers::tr("%1 today").arg(tiers.today) : QString()};
    return cell;
}

WallNumber completed(const BoardNumbers &numbers)
{
    const QString all = numbers.at(BoardNumbers::Completed).value;
    const QString total = WallNumbers::tr("All %1").arg(numbers.at(BoardNumbers::Total).value);
    // Without a baseline nobody knows what was done today.
    if (!numbers.completedToday())
        return {WallNumbers::tr("Completed"), all, {total}};
    return {WallNumbers::tr("Done today"),
            known(numbers.completedToday()),
            {WallNumbers::tr("So far %1").arg(all), total}};
}

} // namespace

WallNumbers::WallNumbers(const WallStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
}

QList<WallNumber> WallNumbers::numbersOf(Board &board)
{
    const BoardNumbers &numbers = board.numbers();
    const auto value = [&](BoardNumbers::Number number) { return numbers.at(number).value; };
    return {urgent(numbers),
            {tr("In progress"), value(BoardNumbers::StepsInProgress), {}},
            {tr("Ready"),
             known(numbers.readySteps()),
             {tr("Waiting"), value(BoardNumbers::StepsWaiting)}},
            {tr("In production"), value(BoardNumbers::Processing), {}},
            {tr("Pending"), value(BoardNumbers::Pending), {}},
            completed(numbers)};
}

void WallNumbers::show(const QList<WallNumber> &numbers)
{
    if (numbers == m_numbers)
        return;
    m_numbers = numbers;
    QStringList sentence;
    for (const WallNumber &number : numbers)
        sentence.append(number.label + u' ' + number.value);
    setAccessibleName(format::dotted(sentence));
    update();
}

void WallNumbers::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.tokens();
    painter.fillRect(rect(), t.bg);
    const int columns = m_style.layout().numberColumns;
    const int lines = (int(m_numbers.size()) + columns - 1) / columns;
    for (int i = 0; i < m_numbers.size(); ++i) {
        const int column = i % columns;
        const int left = width() * column / columns;
        const int top = height() * (i / columns) / std::max(1, lines);
        const QRect cell(left, top, width() * (column + 1) / columns - left,
                         height() / std::max(1, lines));
        if (column > 0)
            m_style.paintVertical(painter, left, top, cell.height(), t.line);
        paintCell(painter, cell, m_numbers.at(i));
        m_style.paintRule(painter, left, cell.bottom() + 1 - m_style.px(1), cell.width(), t.line);
    }
}

/// The largest digits that leave room for what explains them; narrow cells and large numbers have
/// less of it.
int WallNumbers::digitsFor(int room, const WallNumber &number) const
{
    int aside = 0;
    for (const QString &words : number.asides) {
        const bool tiers = number.shape == WallNumber::Aside::Tiers;
        const int width = tiers ? BigBadge{words, DueTier::Overdue}.width(m_style, WallStyle::small)
                                : m_style.text(words, WallStyle::small, {}).width();
        aside = std::max(aside, words.isEmpty() ? 0 : width + m_style.px(valueGap));
    }
    int digits = WallStyle::number;
    while (digits > leastDigits
           && m_style.text(number.value, digits, {}, WallStyle::Weight::Bold).width() + aside
               > room)
        digits -= digitStep;
    return digits;
}

void WallNumbers::paintCell(QPainter &painter, const QRect &cell, const WallNumber &number) const
{
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    const int content = px(labelHeight + digitHeight);
    const int inset = px(cell.width() < px(narrowCell) ? narrowSide : side);
    const QRect inner = cell.adjusted(inset, 0, -px(4), 0);
    const int top = cell.top() + std::max(0, cell.height() - content) / 2;
    const QRect label(inner.left(), top, inner.width(), px(labelHeight));
    m_style.text(number.label, WallStyle::label, t.text2).paint(painter, label);
    const QRect digits(inner.left(), label.bottom() + 1, inner.width(),
                       std::min(px(digitHeight), cell.bottom() - label.bottom()));
    const TextLine value = m_style.text(number.value, digitsFor(inner.width(), number), t.text,
                                        WallStyle::Weight::Bold);
    value.paint(painter, digits);
    paintAsides(painter, digits.adjusted(value.width() + px(valueGap), 0, 0, 0), number);
}

void WallNumbers::paintAsides(QPainter &painter, const QRect &box, const WallNumber &number) const
{
    const int height = m_style.px(asideHeight);
    const bool tiers = number.shape == WallNumber::Aside::Tiers;
    const int gap = tiers ? m_style.px(asideGap) : 0;
    const int count = int(number.asides.size());
    int top = box.top() + (box.height() - count * height - (count - 1) * gap) / 2;
    for (int i = 0; i < count; ++i, top += height + gap) {
        const QRect line(box.left(), top, box.width(), height);
        if (number.asides.at(i).isEmpty())
            continue;
        if (tiers)
            BigBadge{number.asides.at(i), i == 0 ? DueTier::Overdue : DueTier::Today}.paint(
                painter, line, m_style, WallStyle::small);
        else
            m_style.text(number.asides.at(i), WallStyle::small, m_style.tokens().text2)
                .paint(painter, line);
    }
}

} // namespace pressboard::client
