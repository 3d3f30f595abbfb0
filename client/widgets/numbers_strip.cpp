// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/numbers_strip.h"

#include "client/models/board_numbers.h"
#include "client/widgets/number_cell.h"
#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

#include <QPainter>

namespace pressboard::client {

NumbersStrip::NumbersStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("numbers"));
    for (int i = 0; i < BoardNumbers::count; ++i)
        m_cells.append(new NumberCell(theme, i == 0, this));
    const auto resized = [this] {
        setFixedHeight(m_theme.px(m_theme.isRoomy() ? 104 : 76));
        arrange();
    };
    connect(&theme, &Theme::sizesChanged, this, resized);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    resized();
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
    setToolTip(numbers.caveat());
    arrange();
}

void NumbersStrip::arrange()
{
    const int even = width() / BoardNumbers::count;
    const int most = width() - (BoardNumbers::count - 1) * std::min(even, m_theme.px(112));
    const int urgent = std::clamp(m_cells.first()->wantedWidth(), even, std::max(even, most));
    int left = 0;
    for (int i = 0; i < BoardNumbers::count; ++i) {
        const int right = urgent + (width() - urgent) * i / (BoardNumbers::count - 1);
        m_cells.at(i)->setGeometry(left, 0, right - left, height() - 1);
        left = right;
    }
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
