// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/numbers_strip.h"

#include "client/board/number_cell.h"
#include "client/models/board_numbers.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

NumbersStrip::NumbersStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("numbers"));
    for (int i = 0; i < BoardNumbers::count; ++i)
        m_cells.append(new NumberCell(theme, i == 0, this));
    connect(&theme, &Theme::sizesChanged, this, &NumbersStrip::applySizes);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    applySizes();
}

void NumbersStrip::applySizes()
{
    setFixedHeight(m_theme.px(m_low ? 36 : m_theme.isRoomy() ? 104 : 76));
    arrange();
}

void NumbersStrip::setLow(bool low)
{
    if (m_low == low)
        return;
    m_low = low;
    for (NumberCell *cell : std::as_const(m_cells))
        cell->setLow(low);
    applySizes();
}

QList<Badge> NumbersStrip::tierBadges(const BoardNumbers &numbers)
{
    const BoardNumbers::Tiers &tiers = numbers.tiers();
    QList<Badge> badges;
    if (tiers.overdue > 0)
        badges.append({tr("Overdue %1").arg(tiers.overdue), Badge::Shape::Filled});
    if (tiers.today > 0)
        badges.append({tr("Today %1").arg(tiers.today), Badge::Shape::Outlined});
    if (tiers.within3Days > 0)
        badges.append({tr("3 days %1").arg(tiers.within3Days), Badge::Shape::Ink});
    return badges;
}

void NumbersStrip::show(const BoardNumbers &numbers)
{
    for (int i = 0; i < BoardNumbers::count; ++i) {
        const BoardNumbers::Shown &shown = numbers.at(BoardNumbers::Number(i));
        const bool urgent = i == BoardNumbers::Urgent;
        m_cells.at(i)->show(shown.label, shown.value, shown.aside,
                            urgent ? tierBadges(numbers) : QList<Badge>());
    }
    m_caveat = numbers.caveat();
    arrange();
}

int NumbersStrip::fitting() const
{
    int used = 0;
    int count = 0;
    for (const NumberCell *cell : m_cells) {
        used += cell->leastWidth();
        if (used > width())
            break;
        ++count;
    }
    return std::max(1, count);
}

void NumbersStrip::arrange()
{
    const int shown = fitting();
    int least = 0;
    for (int i = 1; i < shown; ++i)
        least += m_cells.at(i)->leastWidth();
    const int even = width() / shown;
    const int roomForFirst = std::max(m_cells.first()->leastWidth(), width() - least);
    const int first = shown == 1 ? width()
                                 : std::clamp(std::max(m_cells.first()->wantedWidth(), even),
                                              m_cells.first()->leastWidth(), roomForFirst);
    const int rest = shown == 1 ? 0 : (width() - first) / (shown - 1);
    const bool isEven =
        std::all_of(m_cells.cbegin() + 1, m_cells.cbegin() + shown,
                    [rest](const NumberCell *cell) { return cell->leastWidth() <= rest; });
    const int extra = shown == 1 ? 0 : (width() - first - least) / (shown - 1);
    int left = 0;
    for (int i = 0; i < m_cells.size(); ++i) {
        NumberCell *cell = m_cells.at(i);
        cell->setVisible(i < shown);
        const int wide = i == 0 ? first : isEven ? rest : cell->leastWidth() + extra;
        cell->setGeometry(left, 0, i == shown - 1 ? width() - left : wide, height() - 1);
        left += wide;
    }
    describe();
}

void NumbersStrip::describe()
{
    QStringList lines;
    for (const NumberCell *cell : std::as_const(m_cells)) {
        if (cell->isHidden())
            lines.append(cell->accessibleName());
    }
    if (!m_caveat.isEmpty())
        lines.append(m_caveat);
    setPlainTip(*this, lines.join(u'\n'));
    setAccessibleName(tr("Numbers"));
    setAccessibleDescription(lines.join(u'\n'));
}

void NumbersStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    fillHairline(painter, QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

void NumbersStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace pressboard::client
