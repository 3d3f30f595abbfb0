// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/number_cell.h"

#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int padding = 16;
constexpr int narrowCell = 120; ///< at 960 wide, seven cells are
constexpr int narrowPadding = 12;
constexpr int gap = 10;
constexpr int badgeGap = 6;
constexpr int asidePx = 13;
constexpr int narrowLabelPx = 12;
constexpr int lowDigits = 18;
constexpr int lowGap = 6;

} // namespace

NumberCell::NumberCell(const Theme &theme, bool first, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_first(first)
{
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void NumberCell::show(const QString &label, const QString &number, const QString &aside,
                      const QList<Badge> &badges)
{
    m_label = label;
    m_number = number;
    m_aside = aside;
    m_badges = badges;
    describe();
    update();
}

void NumberCell::describe()
{
    QStringList parts{m_label, m_number};
    for (const Badge &badge : std::as_const(m_badges))
        parts.append(badge.text);
    if (!m_aside.isEmpty())
        parts.append(m_aside);
    setAccessibleName(parts.join(u' '));
    setPlainTip(*this, parts.join(u' '));
}

void NumberCell::setLow(bool low)
{
    m_low = low;
    update();
}

TextLine NumberCell::numberLine() const
{
    const int digits = m_low ? lowDigits : m_theme.isRoomy() ? 44 : 28;
    return {m_number, m_theme.font(digits, Theme::Weight::Bold), m_theme.tokens().text};
}

int NumberCell::leastWidth() const
{
    const int label = TextLine{m_label, m_theme.font(narrowLabelPx), {}}.width();
    const int number = numberLine().width();
    const int padding = m_theme.px(2 * narrowPadding);
    return m_low ? label + m_theme.px(lowGap) + number + padding
                 : std::max(label, number) + padding;
}

int NumberCell::wantedWidth() const
{
    if (m_low)
        return leastWidth();
    int width = numberLine().width();
    for (const Badge &badge : m_badges)
        width += m_theme.px(badgeGap) + badge.width(m_theme, asidePx);
    if (!m_aside.isEmpty())
        width += TextLine{m_aside, m_theme.font(asidePx), {}}.width();
    return width + m_theme.px(2 * padding + gap);
}

bool NumberCell::isNarrow() const
{
    return width() < m_theme.px(narrowCell);
}

TextLine NumberCell::labelLine() const
{
    return {m_label, m_theme.font(isNarrow() || m_low ? narrowLabelPx : 13),
            m_theme.tokens().text2};
}

bool NumberCell::labelFits() const
{
    return m_low
        ? leastWidth() <= width()
        : labelLine().width() + m_theme.px(isNarrow() ? narrowPadding : padding) <= width();
}

void NumberCell::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    if (!m_first)
        fillHairline(painter, QRect(0, 0, 1, height()), t.hair);
    if (m_low)
        return paintLow(painter);

    const int left = m_theme.px(isNarrow() ? narrowPadding : padding);
    const int right = width() - m_theme.px(2);
    const int middle = height() / 2;
    const int lift = m_theme.px(m_theme.isRoomy() ? 25 : 18);
    const int drop = m_theme.px(m_theme.isRoomy() ? 17 : 12);
    const QRect labelBox(left, middle - lift - m_theme.px(8), right - left, m_theme.px(16));
    const QRect numberBox(left, middle + drop - m_theme.px(16), right - left, m_theme.px(32));

    labelLine().paint(painter, labelBox);
    const int used = numberLine().paint(painter, numberBox);
    const int asideLeft = left + used + m_theme.px(gap);
    const QRect asideLine(asideLeft,
                          numberBox.bottom() + 1 - m_theme.px(m_theme.isRoomy() ? 16 : 19),
                          right - asideLeft, m_theme.px(16));
    paintBadges(painter, asideLeft, asideLine);
    const TextLine aside{m_aside, m_theme.font(asidePx), t.text2};
    if (aside.width() <= asideLine.width()) // else the tooltip has it: never half a word
        aside.paint(painter, asideLine);
}

void NumberCell::paintLow(QPainter &painter) const
{
    QRect rest = rect().adjusted(m_theme.px(narrowPadding), 0, 0, 0);
    rest.setLeft(rest.left() + labelLine().paint(painter, rest) + m_theme.px(lowGap));
    numberLine().paint(painter, rest);
}

void NumberCell::paintBadges(QPainter &painter, int left, const QRect &line) const
{
    const int right = line.right() + 1;
    for (const Badge &badge : m_badges) {
        const int wanted = badge.width(m_theme, asidePx);
        if (left + wanted > right)
            return;
        badge.paint(painter,
                    QRect(left, line.top() - m_theme.px(5), wanted, line.height() + m_theme.px(5)),
                    m_theme, asidePx);
        left += wanted + m_theme.px(badgeGap);
    }
}

} // namespace pressboard::client
